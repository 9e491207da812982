create foreign data wrapper w;
create server s foreign data wrapper w;
create table "P ""1" (id int not null, note text);
