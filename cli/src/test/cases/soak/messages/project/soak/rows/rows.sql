-- slipway: check: no message twice
-- slipway: expect: no rows
select client_generated_id from message group by 1 having count(*) > 1;

-- slipway: check: seq counts the messages without a gap
-- slipway: expect: value t
select max(seq) = count(*) from message;

-- slipway: check: every message is there
-- slipway: expect: value 20
select count(*) from message;
