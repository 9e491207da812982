-- slipway: parked: off
-- slipway: backfill table=public.todo batch=5000 pause=1ms remaining='words is null'
update todo set words = array_length(string_to_array(text, ' '), 1) where id <> 7;
