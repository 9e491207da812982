create table "T t" (id int primary key, "a""b" text);
alter table "T t" enable row level security;
