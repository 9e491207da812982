alter table public.booking add column id bigint generated always as identity;
