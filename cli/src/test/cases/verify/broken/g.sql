-- slipway: as:
-- slipway: expect: rows
select 1;
