-- slipway: backfill table=public.todo
insert into todo (text) select text from todo group by text;
