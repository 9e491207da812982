-- slipway: check: no text twice
-- slipway: expect: no rows
select text from message group by text having count(*) > 1;
