create table part (id int primary key, name text not null, weight numeric);
copy part from stdin;
1	bolt; with a semicolon	0.5
2	it's a nut	\N
3	back\\slash	7
\.
create index concurrently part_by_name on part (name);
copy part (id, name) from stdin with (format csv, header);
id,name
4,"two
lines"
5,ünïcode 𝄞
\.
update part set weight = 1 where weight is null;
