create table note (body text, added int, id int, gone date);
create table other (a int, b int);
