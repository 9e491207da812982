-- slipway: check: marked
-- slipway: expect: value 1
select count(*) from message;
