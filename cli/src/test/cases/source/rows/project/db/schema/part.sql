create table part (id int primary key, name text);
copy part from stdin;
1	bolt
\.
