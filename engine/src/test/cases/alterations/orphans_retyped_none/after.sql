create table parent (id bigint primary key, code integer unique);
create table child (id integer primary key, parent_id bigint references parent, code integer references parent (code));
