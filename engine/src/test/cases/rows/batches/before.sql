create type mood as enum ('sad', 'happy');
create table todo (id bigint primary key, text text not null, done boolean, feeling mood);
insert into todo select g * 3, 'todo ' || g, g % 2 = 0, 'sad' from generate_series(1, 900) g;
create table note (id integer primary key, todo bigint references todo on delete cascade);
insert into note select g, g * 3 from generate_series(1, 300) g;
create table log (id integer primary key, at date);
insert into log select g, date '2026-01-01' + g from generate_series(1, 400) g;
create table still (id integer primary key, n integer);
insert into still select g, 1 from generate_series(1, 300) g;
