create table note (id integer, body text);
create index old_name on note (body);
comment on index old_name is 'finds notes';
create index gone on note (id);
comment on index gone is 'goes silent';
