create table t (id int primary key, note text);
create table log (id int, what text);
create view v as select id, note from t;
create rule "Do ""it"" 1" as on insert to v do instead insert into t values (new.id, new.note);
create rule gone as on delete to t do also insert into log values (old.id, 'deleted');
create rule kept as on update to t where old.note <> new.note do also insert into log values (old.id, new.note);
alter table t disable rule kept;
comment on rule kept on t is 'keeps';
create rule same as on insert to t do also nothing;
