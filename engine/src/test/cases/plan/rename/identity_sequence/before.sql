create schema s;
create table old (id int generated always as identity, n int);
grant usage on sequence old_id_seq to pg_monitor;
comment on sequence old_id_seq is 'counts';
create table moved (id int generated always as identity (sequence name of_moved));
grant usage on sequence of_moved to pg_monitor;
create table same (id int generated always as identity);
grant usage on sequence same_id_seq to pg_monitor;
