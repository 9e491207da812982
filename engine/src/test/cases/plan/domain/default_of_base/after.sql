create domain a as text default 'x';
create domain b as a;
create domain c as a;
alter domain c drop default;
create domain d as a[];
create domain e as a default 'y';
create table t (id int primary key, b b, c c);
