create type e as enum ('a');
create procedure p() language sql as 'select 1';
create sequence s;
create materialized view m as select 1 as one;
grant usage on type e to anna;
