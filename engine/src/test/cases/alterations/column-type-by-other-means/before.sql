create type color as enum ('red', 'green');
create table t (id int primary key, flag int, shade text default 'red' not null, token text, number text, word text default 'a', amount text, event jsonb, period interval default '1 day');
insert into t values (1, 1, 'red', 'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11', ' 12', 'w', '1.5', '5', null);
