-- slipway: renamed: table public.parent from s2.parent
create table public.parent (px text, id int);
create table public.heir (own int) inherits (public.parent);
