create schema s2;
create table s2.parent (id int, px text default 'p');
create table s2.heir (own int) inherits (s2.parent);
