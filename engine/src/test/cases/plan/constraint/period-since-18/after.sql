create extension btree_gist;
create table rooms (id int, during daterange, constraint "Key ""1" primary key (id, during without overlaps));
create table bookings (room int, "Du ring" daterange, constraint k foreign key (room, period "Du ring") references rooms (id, period during) deferrable);
create table changes (id int, during daterange, constraint u unique (id, during without overlaps));
create table refers (id int, during daterange, foreign key (id, period during) references changes (id, period during));
