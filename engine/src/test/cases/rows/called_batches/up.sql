-- slipway: backfill table=account batch=10
update account set amount = amount + 1;
-- slipway: backfill table=account batch=10
delete from account where id % 2 = 0;
