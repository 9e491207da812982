create table old (id bigserial primary key, a text);
