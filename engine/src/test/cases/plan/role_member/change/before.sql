create role app;
create role reader;
create role writer;
create role "O'Neil ""x""" noinherit;
grant reader to app;
grant writer to app with admin option;
grant reader to "O'Neil ""x""";
grant pg_read_all_data to app;
grant app to somebody;
