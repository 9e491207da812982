-- slipway: claims: ann
-- slipway: expect: rows
select 1;
