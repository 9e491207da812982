-- slipway: for: dev
insert into a values (2);
