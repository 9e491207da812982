-- slipway: in: dev, stagng
insert into a values (2);
