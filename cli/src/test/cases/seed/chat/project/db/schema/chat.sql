create table users (id uuid primary key, name text not null, email text not null unique);
create table accounts (id integer primary key, owner uuid not null references users, plan text not null);
create table chats (id integer primary key, account integer not null references accounts, title text not null);
create table messages (
  chat integer not null references chats,
  seq bigint not null,
  author uuid not null references users,
  body text not null,
  primary key (chat, seq)
);
