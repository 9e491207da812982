drop table visits_2025;
create table visits_2027 partition of visits for values from ('2027-01-01') to ('2028-01-01');
create table visits_2026_fr partition of visits_2026 for values in ('fr');
comment on table visits_2026_de is 'at home';
alter table people add column born date;
alter table visits add column note text;
create index on visits (country);
create table hosts (rooms integer) inherits (people);
