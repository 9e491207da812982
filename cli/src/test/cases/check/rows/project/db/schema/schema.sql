create type mood as enum ('sad', 'ok', 'happy');
create table users (
  id bigint generated always as identity primary key,
  email text not null unique check (email like '%@%'),
  nick varchar(30),
  mood mood,
  born date,
  note text
);
create table todos (
  id integer primary key,
  owner bigint not null references users,
  parent integer references todos,
  text text not null,
  during tstzrange,
  tags text[]
);
create table never (id integer constraint never_holds check (id is null and id is not null));
