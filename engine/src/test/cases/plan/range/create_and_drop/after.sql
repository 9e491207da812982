create schema r;
create function r.distance(text, text) returns float8 language sql immutable return length($1) - length($2);
create type r."Text ""Range""" as range (subtype = text, subtype_opclass = text_pattern_ops, collation = "C", subtype_diff = r.distance, multirange_type_name = r."Many, Ranges");
comment on type r."Text ""Range""" is 'Of texts';
revoke usage on type r."Text ""Range""" from public;
create type plain as range (subtype = timestamp);
create table t (id int primary key, r r."Text ""Range""" default r."Text ""Range"""('a', 'b'), m r."Many, Ranges", p plain[]);
create view v as select r * '[a,c)' as r from t;
