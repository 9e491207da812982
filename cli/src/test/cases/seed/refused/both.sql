-- slipway: class: seeds.Nowhere
select 1;
