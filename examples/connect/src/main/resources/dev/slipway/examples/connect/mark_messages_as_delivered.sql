-- Whoever has looked at a chat has got its messages.
create function public.mark_messages_as_delivered()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  update public.chat_messages m
     set status = 'delivered'
   where m.chat_id = new.chat_id
     and m.sender_id <> new.user_id
     and m.status = 'sent'
     and m.created_at <= new.last_seen_at;
  return null;
end
$$;

create trigger mark_messages_as_delivered
after update of last_seen_at on public.chat_participants
for each row
when (new.last_seen_at is distinct from old.last_seen_at)
execute function public.mark_messages_as_delivered();
