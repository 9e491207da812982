-- slipway: backfill table=public.person batch=200 java=db.LastName remaining='last is null'
select id, name from person where last is null for update;
