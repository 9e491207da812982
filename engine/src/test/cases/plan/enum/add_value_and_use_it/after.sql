create type mood as enum ('sad', 'ok', 'happy');
create table t (m mood not null default 'ok');
create view v as select m from t where m = 'sad';
