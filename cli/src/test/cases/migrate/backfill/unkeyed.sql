-- slipway: backfill table=public.todo key=words
update todo set words = 1;
