create table message (id integer primary key, text text not null, seq integer);
create index message_seq on message (seq);
