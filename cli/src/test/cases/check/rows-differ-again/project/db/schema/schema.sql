create table todo (id integer primary key, text text not null);
create table mark (text text not null, at timestamptz);
create sequence counter;
