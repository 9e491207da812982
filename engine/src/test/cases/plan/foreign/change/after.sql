create extension postgres_fdw;
create foreign data wrapper w options (b '3', c '4');
create server s type 't' version '2' foreign data wrapper postgres_fdw options (host 'b', dbname 'x');
create server versioned foreign data wrapper w;
create server typed type 'b' foreign data wrapper w options (x 'y');
comment on server typed is 'kept';
create user mapping for bob server s;
create user mapping for public server s;
grant usage on foreign server s to bob;
