-- prepare the session
set check_function_bodies = off;

-- create routine public.assign_message_seq()
CREATE OR REPLACE FUNCTION public.assign_message_seq()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform 1 from public.chats c where c.id = new.chat_id for no key update;
  select coalesce(max(m.seq), 0) + 1
    into new.seq
    from public.chat_messages m
   where m.chat_id = new.chat_id;
  return new;
end
$function$;

-- create routine public.mark_messages_as_delivered()
CREATE OR REPLACE FUNCTION public.mark_messages_as_delivered()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  update public.chat_messages m
     set status = 'delivered'
   where m.chat_id = new.chat_id
     and m.sender_id <> new.user_id
     and m.status = 'sent'
     and m.created_at <= new.last_seen_at;
  return null;
end
$function$;

-- create routine public.mark_messages_as_read()
CREATE OR REPLACE FUNCTION public.mark_messages_as_read()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  update public.chat_messages m
     set status = 'read'
   where m.id = new.message_id
     and m.sender_id <> new.user_id
     and m.status <> 'read';
  return null;
end
$function$;

-- create trigger public.chat_messages.assign_message_seq
CREATE TRIGGER assign_message_seq BEFORE INSERT ON public.chat_messages FOR EACH ROW EXECUTE FUNCTION public.assign_message_seq();

-- create trigger public.chat_participants.mark_messages_as_delivered
CREATE TRIGGER mark_messages_as_delivered AFTER UPDATE OF last_seen_at ON public.chat_participants FOR EACH ROW WHEN ((new.last_seen_at IS DISTINCT FROM old.last_seen_at)) EXECUTE FUNCTION public.mark_messages_as_delivered();

-- create trigger public.read_receipts.mark_messages_as_read
CREATE TRIGGER mark_messages_as_read AFTER INSERT ON public.read_receipts FOR EACH ROW EXECUTE FUNCTION public.mark_messages_as_read();
