-- slipway: check: nothing is empty
-- slipway: expect: no rows
select id from message where text = '';
