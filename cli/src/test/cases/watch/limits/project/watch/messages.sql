-- slipway: check: no message twice
-- slipway: expect: no rows
select client_generated_id, count(*) from message group by 1 having count(*) > 1;
