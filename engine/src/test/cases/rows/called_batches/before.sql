create table account (id integer primary key, amount integer not null);
create table log (id integer primary key, times integer not null);
insert into account select g, g from generate_series(1, 50) g;
insert into log select g, 0 from generate_series(1, 50) g;
create function noted() returns trigger language plpgsql as 'begin update log set times = times + 1 where id = new.id; return null; end';
create trigger noted after update on account for each row execute function noted();
