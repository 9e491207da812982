insert into users (id, name, email)
select md5('user ' || i)::uuid, 'User ' || i, 'user' || i || '@example.com' from generate_series(1, 3) i
on conflict (id) do update set name = excluded.name, email = excluded.email;
insert into accounts (id, owner, plan)
select i, md5('user ' || i)::uuid, 'free' from generate_series(1, 3) i
on conflict (id) do update set owner = excluded.owner, plan = excluded.plan;
