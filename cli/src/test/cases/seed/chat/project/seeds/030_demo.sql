-- slipway: in: production
insert into users values (md5('demo')::uuid, 'Demo', 'demo@example.com') on conflict do nothing;
