create table small (id bigint primary key, text text);
create index small_text on small (text);
create table large (id bigint primary key, text text);
create index large_text on large (text);
