create table todo (id bigint primary key, text text);
