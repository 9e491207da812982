create extension postgres_fdw;
create foreign data wrapper w options (a '1', b '2');
create server s type 't' version '1' foreign data wrapper postgres_fdw options (host 'a', port '1');
create server versioned version '1' foreign data wrapper w;
create server typed type 'a' foreign data wrapper w;
create user mapping for anna server s;
create user mapping for bob server s;
grant usage on foreign server s to anna;
