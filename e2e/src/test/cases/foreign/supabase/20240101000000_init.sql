create table a (id bigint generated always as identity primary key);
alter table a enable row level security;
