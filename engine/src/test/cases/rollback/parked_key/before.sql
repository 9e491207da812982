create table shop (id integer primary key, code text not null unique);
create table sale (id integer primary key, shop text references shop (code));
insert into shop values (1, 'a'), (2, 'b');
insert into sale values (1, 'a');
