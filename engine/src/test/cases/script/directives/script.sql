-- slipway: irreversible: the rows of todo.note are gone
-- Slipway:no-transaction
--slipway:timeout 5 s
select 1 -- slipway: backfill: x
;
-- slipway is a word here
select '-- slipway: not: one';
