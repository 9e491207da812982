drop table todo;
select 'never closed;
