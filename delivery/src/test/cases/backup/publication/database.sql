create schema app;
create table app.item (id int primary key, price numeric not null);
create unique index on app.item (price) nulls not distinct;
create view app.mine with (security_invoker) as select id from app.item;
insert into app.item select g, g from generate_series(1, 10) g;
create publication told for table app.item (id, price) where (price > 3);
create publication schema_wide for tables in schema app;
