create aggregate total(int) (sfunc = int4pl, stype = int);
comment on aggregate total(int) is 'kept';
create view v as select total(x) as a from generate_series(1, 2) x;
