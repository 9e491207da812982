-- slipway: renamed: role "New ""name""" from old
create role "New ""name""" login;
create role member in role "New ""name""";
create table t (id int);
grant select on t to "New ""name""";
alter table t owner to "New ""name""";
create policy p on t to "New ""name""" using (true);
comment on role "New ""name""" is 'kept';
