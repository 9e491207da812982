-- slipway: renamed: table "New one".t from public.t
-- slipway: renamed: type "New one".mood from public.mood
create schema "New one";
comment on schema "New one" is 'new';
create table "New one".t (a int);
create view public.v as select a from "New one".t;
create type "New one".mood as enum ('a');
