drop publication switched;
drop publication gone;
alter publication "P p" set (publish = 'insert, truncate', publish_via_partition_root = true);
create publication switched with (publish = '', publish_via_partition_root = false);
alter publication "P p" drop table "S.s"."T""t"; -- SHARE_UPDATE_EXCLUSIVE on table "S.s"."T""t"
alter publication "P p" add table "S.s"."T""t" ("a b", id) where ((id > 1)); -- SHARE_UPDATE_EXCLUSIVE on table "S.s"."T""t"
alter publication "P p" drop table public.u; -- SHARE_UPDATE_EXCLUSIVE on table public.u
alter publication "P p" add table public.u; -- SHARE_UPDATE_EXCLUSIVE on table public.u
alter publication "P p" add table public.w; -- SHARE_UPDATE_EXCLUSIVE on table public.w
alter publication switched add table public.w; -- SHARE_UPDATE_EXCLUSIVE on table public.w

-- back
alter publication switched drop table public.w;
alter publication "P p" drop table public.w;
alter publication "P p" drop table public.u;
alter publication "P p" add table public.u where ((c > 1));
alter publication "P p" drop table "S.s"."T""t";
alter publication "P p" add table "S.s"."T""t";
drop publication switched;
alter publication "P p" set (publish = 'insert, update, delete, truncate', publish_via_partition_root = false);
create publication gone with (publish = 'insert, update, delete, truncate', publish_via_partition_root = false);
alter publication gone add table public.u;
create publication switched for all tables with (publish = 'insert', publish_via_partition_root = false);
