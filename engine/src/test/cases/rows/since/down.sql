-- The rows come back by themselves.
select 1;
