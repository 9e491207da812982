create table note (id int, body text, gone date);
create table other (b int, a int);
