create table todo (id integer primary key, text text not null, code text unique);
insert into todo select g, 'todo ' || g, 'c' || g from generate_series(1, 8) g;
