-- slipway: renamed: aggregate public.whole(integer) from total
create aggregate whole(int) (sfunc = int4pl, stype = int);
comment on aggregate whole(int) is 'kept';
create view v as select whole(x) as a from generate_series(1, 2) x;
