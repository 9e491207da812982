create table todo (id integer primary key);

select 1/0;
