create table message (id bigint primary key, text text not null);
