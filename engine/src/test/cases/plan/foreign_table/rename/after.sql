create schema a;
create foreign data wrapper w;
create server s foreign data wrapper w;
-- slipway: renamed: table public."F 2" from public.f
-- slipway: renamed: column public."F 2"."I d" from id
create foreign table "F 2" ("I d" int constraint f_id_check check ("I d" > 0)) server s;
-- slipway: renamed: table a.moved from public.moves
create foreign table a.moved (id int) server s;
comment on foreign table "F 2" is 'kept';
