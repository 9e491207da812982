create type pair as (a integer, b integer);
create table note (id bigint not null, body text not null default '', size integer, pair_of pair not null, "Ein sehr langer Name, ""so lang wie möglich"", für eine Spalte" text not null, state text not null default 'new');
create table base (a integer not null, b integer);
create table heir () inherits (base);
