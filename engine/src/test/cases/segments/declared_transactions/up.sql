create table a (x int);
BEGIN ISOLATION LEVEL SERIALIZABLE;
insert into a values (1);
begin; -- the server only warns
savepoint s;
insert into a values (2);
rollback to savepoint s;
release savepoint s;
commit and chain;
insert into a select case current_setting('transaction_isolation') when 'serializable' then 3 end;
end;
start transaction read write;
insert into a values (4);
commit work;
insert into a values (5);
COMMIT;
create index concurrently i on a (x);
begin;
