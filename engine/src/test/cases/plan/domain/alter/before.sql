create domain price as numeric(10, 2) default 1 constraint old_name check (value > 0) constraint gone check (value < 100);
create domain code as text not null;
alter domain code add constraint later check (value <> '') not valid;
comment on domain price is 'Old';
create table item (id int primary key, price price, code code, codes text[]);
create view v as select price, code from item;
