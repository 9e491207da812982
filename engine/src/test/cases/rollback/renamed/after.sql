-- slipway: renamed: table public.human from person
-- slipway: renamed: column public.human.email from mail
create table human (id integer primary key, email text, age integer);
