create domain small as int check (value < 10);
create type mood as enum ('sad', 'glad');
create type feeling as enum ('glad', 'angry');
create table t (id int primary key, "it's at" text, data text, yes varchar(9), host text, many bigint[], few text, m mood, j jsonb, refused text);
create table no_key ("samples" text);
create domain unchanged as text;
insert into t values (1, '2026-01-01 UTC', '{}', 'no', '10.0.0.1', '{1}', '3', 'glad', '1', '1 day');
