create view b as select 1 as id;
create view a as select id from b;
