create table parent (id bigserial primary key);
create table child (id bigint generated always as identity primary key, parent_id bigint references parent on delete cascade);
create index on child (parent_id);
