create table owner (id bigint primary key, boss bigint);
create table note (id bigint primary key, owner bigint, other bigint);
alter table note add constraint old foreign key (other) references owner;
