create extension btree_gist;
create table parent (
  a int, b int, c text unique, d text,
  primary key (a, b),
  unique nulls not distinct (d),
  constraint named unique (b, a) include (c, d) deferrable initially deferred
);
create table child (
  id int generated always as identity constraint child_key primary key,
  a int, b int, c text references parent (c) on update cascade on delete set null deferrable,
  during tstzrange, room int,
  foreign key (a, b) references parent match full on delete cascade on update restrict,
  constraint in_part foreign key (a, b) references parent on delete set null (b),
  check (a > 0), constraint two check (a > b or c is null) no inherit,
  constraint exclusive exclude using gist (room with =, during with &&) where (room > 0)
);
alter table child add constraint later check (b > 0) not valid;
alter table child add constraint later_key foreign key (a, b) references parent (a, b) not valid;
create table tree (id int primary key, parent_id int references tree on delete cascade initially deferred);
create table ring_a (id int primary key, b int);
create table ring_b (id int primary key, a int references ring_a);
alter table ring_a add foreign key (b) references ring_b;
create table keyed (a int, b int);
create unique index keyed_a on keyed (a);
create table keyed_child (a int references keyed (a));
