-- slipway: renamed: table public.new from old
-- slipway: renamed: column public.new.b from a
create table new (id bigserial primary key, b text);
