create table todo (id integer primary key, text text);
create table log (id integer);
insert into todo values (1, 'a');
insert into log values (1), (2);
