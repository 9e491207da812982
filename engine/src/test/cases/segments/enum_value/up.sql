create type mood as enum ('ok');
commit;
alter type mood add value 'sad';
alter type mood add value if not exists 'angry' after 'sad';
create table note (t text default 'nothing of it');
create table feeling (m mood default 'sad');
insert into feeling values (default), ('angry');
alter type mood add value 'unused';
create table more ();
