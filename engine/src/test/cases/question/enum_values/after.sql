create type mood as enum ('happy', 'sad', 'so so'); create table t (m mood);
