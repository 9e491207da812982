create schema s;
alter default privileges in schema s grant usage on sequences to anna;
alter default privileges in schema s grant select on sequences to bob;
create table s.stays (id int generated always as identity, n int);
create table s.less (id int generated always as identity);
revoke all on sequence s.less_id_seq from anna;
create table s.loses (id int generated always as identity);
create table s.gets (id int not null);
create table s.gets_without (id int not null);
