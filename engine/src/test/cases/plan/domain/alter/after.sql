create domain price as numeric(10, 2) default 2 not null constraint new_name check (value > 0) constraint come check (value < 1000 and value <> length('VALUE'));
create domain code as text;
alter domain code add constraint later check (value <> '');
comment on domain price is 'New';
create table item (id int primary key, price price, code code, codes text[]);
create view v as select price, code from item;
