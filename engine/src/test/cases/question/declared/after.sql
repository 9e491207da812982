-- slipway: renamed: column public.users.full_name from name
create table users (id int primary key, full_name text, email text);
