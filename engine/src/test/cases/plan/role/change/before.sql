create role app superuser createdb nologin;
create role other noinherit login connection limit 2 valid until '2027-01-01 00:00:00+00';
alter role app set statement_timeout to '5s';
alter role app set search_path to a, b;
comment on role app is 'one';
create table t (id int);
grant select on t to app;
