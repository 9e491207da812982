comment on schema public is 'standard public schema';
comment on column public.t.id is null; -- SHARE_UPDATE_EXCLUSIVE on table public.t
comment on column public.t."a""b" is 'x'; -- SHARE_UPDATE_EXCLUSIVE on table public.t
comment on constraint "c.k" on public.t is 'x'; -- ACCESS_SHARE on table public.t
comment on constraint t_pkey on public.t is 'x'; -- ACCESS_SHARE on table public.t
comment on type public.mood is E'it''s a \\ "mood" ü 漢字 $$ -- ;';
comment on extension citext is 'mine';
comment on index public."i.x" is 'x';
comment on policy po on public.t is 'x'; -- ACCESS_SHARE on table public.t
comment on publication pu is 'x';
comment on routine public.f(integer, public.mood) is 'x';
comment on routine public.p(text) is 'x';
comment on sequence public."s.q" is 'x';
comment on table public.t is 'changed
lines'; -- SHARE_UPDATE_EXCLUSIVE on table public.t
comment on trigger tr on public.t is 'x'; -- ACCESS_SHARE on table public.t
comment on column public."m.v"."a""b" is 'x'; -- SHARE_UPDATE_EXCLUSIVE on view public."m.v"
comment on materialized view public."m.v" is 'x'; -- SHARE_UPDATE_EXCLUSIVE on view public."m.v"
comment on view public.v is 'x'; -- SHARE_UPDATE_EXCLUSIVE on view public.v
comment on column public.v.id is 'x'; -- SHARE_UPDATE_EXCLUSIVE on view public.v

-- back
comment on column public.v.id is null;
comment on view public.v is null;
comment on materialized view public."m.v" is null;
comment on column public."m.v"."a""b" is null;
comment on trigger tr on public.t is null;
comment on table public.t is 'changes';
comment on sequence public."s.q" is null;
comment on routine public.p(text) is null;
comment on routine public.f(integer, public.mood) is null;
comment on publication pu is null;
comment on policy po on public.t is null;
comment on index public."i.x" is null;
do $slipway$
begin
  execute 'comment on extension citext is '
    || pg_catalog.quote_nullable((
      select v.comment from pg_catalog.pg_available_extensions() v where v.name = 'citext'));
end
$slipway$;
comment on type public.mood is null;
comment on constraint t_pkey on public.t is null;
comment on constraint "c.k" on public.t is null;
comment on column public.t."a""b" is null;
comment on column public.t.id is 'goes';
comment on schema public is 'mine';
