create table note (id bigint primary key, body text, done boolean);
alter table note add constraint short check (length(body) < 100);
alter table note add constraint later check (done) not valid;
create table base (a integer check (a > 0));
create table heir () inherits (base);
