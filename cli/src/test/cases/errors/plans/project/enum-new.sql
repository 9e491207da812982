-- slipway: renamed: trigger a_new on public.note from a_old
create table note (id integer);
