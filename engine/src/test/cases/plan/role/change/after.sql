create role app createrole login replication bypassrls;
create role other nologin;
alter role app set search_path to b, "A";
alter role app set lock_timeout to '1s';
do $$ begin execute format('alter role app in database %I set work_mem to ''1MB''', current_database()); end $$;
comment on role app is 'two';
create table t (id int);
grant select on t to other;
