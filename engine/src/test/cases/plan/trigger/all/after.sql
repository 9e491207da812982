create table t (a int);
create function f() returns trigger language plpgsql as 'begin return new; end';
create trigger one before insert or update on t for each row when (new.a > 0) execute function f();
create trigger two after update on t for each row execute function f();
alter table t disable trigger two;
create constraint trigger three after delete on t deferrable initially deferred for each row execute function f();
