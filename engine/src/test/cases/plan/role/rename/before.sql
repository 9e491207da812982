create role old login;
create role member in role old;
create table t (id int);
grant select on t to old;
alter table t owner to old;
create policy p on t to old using (true);
comment on role old is 'kept';
