create type inner_type as (a bigint, b text);
create type outer_type as (i inner_type, n int);
create domain checked as outer_type check ((value).n > 0);
comment on type outer_type is 'Outer';
comment on column outer_type.n is 'N';
create table t (id int primary key, i inner_type, o outer_type, c checked, os outer_type[]);
create view v as select ((o).i).a, (c).n from t;
create function f(outer_type) returns inner_type language sql immutable return ($1).i;
create index on t (((f(o)).a));
