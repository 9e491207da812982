create schema slipway;
create table slipway.applied (name text primary key, at timestamptz not null default '2026-11-21');
insert into slipway.applied values ('20261121101500_first');
create schema slipway_parked;
create table slipway_parked."20261121101500_public_old" (id int primary key, v text);
insert into slipway_parked."20261121101500_public_old" select g, 'v' || g from generate_series(1, 100) g;
create type slipway_parked."20261121101500_public_mood" as enum ('gone');
create table todo (id int primary key, slipway_parked_20261121101500_text text, text text not null);
insert into todo values (1, 'kept aside', 'new');
