create type mood as enum ('sad', 'happy');
create table users (
  id bigint generated always as identity primary key,
  email text not null unique check (email like '%@%'),
  nick varchar(5) not null unique,
  mood mood,
  born date
);
create table todos (
  id integer primary key,
  owner bigint not null references users on delete cascade,
  parent integer references todos,
  text text not null,
  during tstzrange,
  tags text[],
  at timestamptz not null default now()
);
create table never (id integer constraint never_holds check (id is null and id is not null));
