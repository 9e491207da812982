create table new (id bigserial primary key, b text);
