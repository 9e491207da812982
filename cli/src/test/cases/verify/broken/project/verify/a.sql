-- slipway: expect: many rows
select 1;
