-- slipway: irreversible: All tasks are lost.
drop table todo;
