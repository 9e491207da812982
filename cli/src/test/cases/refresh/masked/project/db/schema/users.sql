create table users (id integer primary key, email text not null unique, city text, note text);
create table posts (id integer primary key, author integer not null references users, body text not null);
