create type mood as enum ('sad', 'happy');
create table t (m mood not null default 'sad');
create view v as select m from t where m = 'sad';
