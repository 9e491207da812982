create table note (gone date, body text, id int);
create table other (b int, a int);
