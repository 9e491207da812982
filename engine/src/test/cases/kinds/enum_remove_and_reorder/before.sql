create type size as enum ('s', 'xxl', 'm', 'l');
alter table shirt alter size type size using size::size, alter size set default 'xxl',
  alter sizes type size[] using sizes::size[];
create view big as select id, size from shirt where size > 's';
comment on view big is 'not small';
grant select on big to anna;
alter table shirt enable row level security;
create policy only_big on shirt using (size <> 's');
create index big_ones on shirt (id) where size = 'm';
alter table shirt add check (size <> 's');
