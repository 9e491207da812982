-- the counts may stay
select 1;
