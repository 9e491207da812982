create type e as enum ('a');
create procedure p() language sql as 'select 1';
create sequence s;
create materialized view m as select 1 as one;
revoke usage on type e from public;
revoke execute on procedure p() from public;
grant execute on procedure p() to anna;
grant usage, select on sequence s to anna with grant option;
grant select on m to public;
