-- slipway: in: dev, staging
update chats set title = 'Changed ' || id;
