create table item (id bigint primary key, code text, amount numeric, size integer, number text);
