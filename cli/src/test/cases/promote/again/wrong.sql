-- slipway: exspect: rows
select 1;
