create type mood as enum ('sad', 'happy');
create domain short as text check (length(value) < 20);
create table kept (id integer primary key);
create function touch() returns trigger language plpgsql as 'begin return new; end';
create function tall(x integer) returns boolean language sql immutable as 'select x > 1';
create table todo (
  id serial primary key,
  text short not null unique,
  feeling mood,
  kept_id integer references kept (id) on delete cascade,
  size integer check (tall(size)),
  number integer generated always as identity
);
create index size on todo (size) where tall(size);
create index todo_feeling on todo (feeling);
create statistics todo_both on size, feeling from todo;
create trigger touch before insert on todo for each row execute function touch();
create rule quiet as on delete to todo do instead nothing;
alter table todo enable row level security;
create policy mine on todo for select using (tall(size));
create publication changes for table todo;
comment on table todo is 'What to do';
grant select on todo to public;
create table note (id integer primary key, todo_id integer references todo (id));
create view shown as select * from todo;
insert into kept values (1);
insert into todo (text, feeling, kept_id, size) values ('wash', 'sad', 1, 5), ('cook', null, null, 6);
insert into note values (1, 1);
