-- A receipt of anyone but its sender makes a message read.
create function public.mark_messages_as_read()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  update public.chat_messages m
     set status = 'read'
   where m.id = new.message_id
     and m.sender_id <> new.user_id
     and m.status <> 'read';
  return null;
end
$$;

create trigger mark_messages_as_read
after insert on public.read_receipts
for each row execute function public.mark_messages_as_read();
