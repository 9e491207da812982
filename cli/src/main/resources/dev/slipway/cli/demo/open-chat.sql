-- Grace looks at the chat that was written to, and reads the last message.
update public.chat_participants p
   set last_seen_at = clock_timestamp()
  from public.users u
 where u.id = p.user_id
   and u.email = 'grace@example.com'
   and p.chat_id in (select m.chat_id from public.chat_messages m where m.client_generated_id is not null);

insert into public.read_receipts (message_id, user_id)
select m.id, u.id
  from public.chat_messages m, public.users u
 where u.email = 'grace@example.com' and m.client_generated_id is not null
 order by m.seq desc
 limit 1;
