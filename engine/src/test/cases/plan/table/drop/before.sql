create table keep (id int primary key);
create table gone (id serial primary key, keep_id int references keep (id) on delete cascade, note text);
create index gone_note on gone (note);
comment on table gone is 'x';
