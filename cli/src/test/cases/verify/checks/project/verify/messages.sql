-- slipway: check: newest messages
-- slipway: expect: 50 rows
-- slipway: expect: index message_chat_seq
-- slipway: expect: no scan of public.message
-- slipway: expect: under 5s in 3 runs
select * from message where chat_id = 1 order by seq desc limit 50;

-- slipway: check: each number once
-- slipway: expect: no rows
select chat_id, seq, count(*) from message group by chat_id, seq having count(*) > 1;

-- slipway: check: every chat has messages
-- slipway: expect: value 0
select count(*) from chat c where not exists (select from message where chat_id = c.id);

-- slipway: check: names
-- slipway: expect: row 1 | one
-- slipway: expect: row 2 | two; "quoted"
select id, name from chat;

-- slipway: check: only in other
-- slipway: in: other, production
-- slipway: expect: rows
select 1 where false;
