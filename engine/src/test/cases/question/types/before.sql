create type mood as enum ('glad', 'sad'); create type spot as (x int, y int); create domain tag as text; create type span as range (subtype = date); create table t (id int, m mood, d tag);
