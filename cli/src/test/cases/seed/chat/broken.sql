-- slipway: in: dev, staging
update chats set title = 'Half';
insert into chats values (1, 4711, 'no account');
