create table owner (id bigint primary key, boss bigint references owner deferrable initially deferred);
create table folder (id bigint primary key);
create table note (id bigint primary key, owner bigint references owner on delete cascade, other bigint, folder bigint references folder);
create table new (note bigint references note);
