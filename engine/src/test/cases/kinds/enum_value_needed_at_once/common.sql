create table "The Task" (id int primary key, "is state" text, more text[]);
