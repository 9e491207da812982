-- slipway: in: dev, staging
insert into chats select i, i, 'Chat ' || i from generate_series(1, 3) i
on conflict (id) do update set account = excluded.account, title = excluded.title;
create temporary table sample (chat integer, seq bigint, body text) on commit drop;
copy sample from stdin;
1	1	hello
1	2	how are you?
2	1	anybody here?
\.
insert into messages (chat, seq, author, body)
select chat, seq, md5('user ' || chat)::uuid, body from sample
on conflict (chat, seq) do update set body = excluded.body;
