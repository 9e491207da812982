-- slipway: backfill table=public.todo alias=x key=id batch=100
update todo x set text = upper(x.text), feeling = 'happy' where x.done;
-- slipway: backfill table=log batch=50
delete from log where id % 3 = 0;
-- slipway: backfill table=still batch=100
update still set n = 1;
-- slipway: backfill table=todo batch=300
delete from todo where id <= 600;
-- slipway: parked: off
-- slipway: backfill table=log batch=50
update log set at = at;
-- slipway: backfill table=owned batch=50
update owned set n = 2 where n = 1;
