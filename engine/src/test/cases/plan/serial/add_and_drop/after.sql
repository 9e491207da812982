create table t (a int, c bigserial);
