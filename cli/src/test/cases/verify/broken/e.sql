-- slipway: expect: rows
select 1;
-- slipway: expect: rows
