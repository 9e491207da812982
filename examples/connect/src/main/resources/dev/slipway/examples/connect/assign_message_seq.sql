-- Numbers the messages of a chat without gaps. The chat's row is locked until the commit, so that two
-- senders get two numbers; senders of other chats do not wait.
create function public.assign_message_seq()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform 1 from public.chats c where c.id = new.chat_id for no key update;
  select coalesce(max(m.seq), 0) + 1
    into new.seq
    from public.chat_messages m
   where m.chat_id = new.chat_id;
  return new;
end
$$;

create trigger assign_message_seq
before insert on public.chat_messages
for each row execute function public.assign_message_seq();
