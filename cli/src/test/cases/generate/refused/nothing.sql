create table note (nr integer primary key);
