create type mood as enum ('sad', 'ok', 'happy');
create table t (m mood not null default 'sad', ms mood[], check (m <> 'happy'));
create index t_m on t (m) where m = 'sad';
create view v as select m from t where m = 'sad';
create function f(m mood) returns mood language sql as 'select m';
