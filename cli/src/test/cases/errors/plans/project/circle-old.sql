create view a as select 1 as id;
create view b as select id from a;
