create domain small as int check (value < 10);
create type mood as enum ('sad', 'glad');
create type feeling as enum ('glad', 'angry');
create table t (id int primary key, "it's at" timestamptz, data jsonb, yes boolean, host inet, many int[], few small, m feeling, j int, refused interval);
create table no_key ("samples" double precision);
create domain unchanged as text;
