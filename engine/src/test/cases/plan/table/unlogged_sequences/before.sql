create unlogged table two (id int generated always as identity, n serial);
create unlogged table follows (id int generated always as identity, n serial);
alter sequence follows_id_seq set logged;
alter sequence follows_n_seq set logged;
create table apart (id int generated always as identity, n serial);
create table changes (id int generated always as identity, n serial);
alter sequence changes_id_seq set unlogged;
create table gets (id int not null);
