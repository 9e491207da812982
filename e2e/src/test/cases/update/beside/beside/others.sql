create type kind as enum ('short', 'long');
create table archive (id integer primary key, kind kind);
create view notes as select id, text from note;
