create trigger replaced before insert on "T t" for each row execute function f();
comment on trigger replaced on "T t" is 'stays';
create trigger disabled before insert on "T t" for each row execute function f();
alter table "T t" disable trigger disabled;
create trigger enabled before insert on "T t" for each row execute function f();
alter table "T t" disable trigger enabled;
create trigger "always""" after update on "T t" for each row execute function f('a''b', 'c\d');
create constraint trigger deferred after insert on "T t" deferrable for each row execute function f();
create trigger gone after truncate on "T t" execute function f();
