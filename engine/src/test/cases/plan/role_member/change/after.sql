create role app;
create role reader;
create role writer;
create role "O'Neil ""x""" noinherit;
grant reader to app with admin option;
grant writer to app;
grant "O'Neil ""x""" to writer;
grant pg_monitor to app;
grant app to somebody_else;
