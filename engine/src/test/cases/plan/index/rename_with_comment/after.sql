create table note (id integer, body text);
create index new_name on note (body);
comment on index new_name is 'finds notes by text';
create index stays on note (id);
