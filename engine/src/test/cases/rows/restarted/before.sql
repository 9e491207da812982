create table todo (id integer generated always as identity primary key, number serial, text text);
insert into todo (text) select 'todo ' || g from generate_series(1, 5) g;
