create type pair as (a integer, b integer);
create table note (id bigint, body text, size integer not null, pair_of pair, "Ein sehr langer Name, ""so lang wie möglich"", für eine Spalte" text);
create table base (a integer, b integer);
create table heir () inherits (base);
