create type mood as enum ('glad', 'sad'); create table t (m mood);
