-- undo: create trigger public.read_receipts.mark_messages_as_read
set check_function_bodies = off;
drop trigger mark_messages_as_read on public.read_receipts;

-- undo: create trigger public.chat_participants.mark_messages_as_delivered
drop trigger mark_messages_as_delivered on public.chat_participants;

-- undo: create trigger public.chat_messages.assign_message_seq
drop trigger assign_message_seq on public.chat_messages;

-- undo: create routine public.mark_messages_as_read()
drop function public.mark_messages_as_read();

-- undo: create routine public.mark_messages_as_delivered()
drop function public.mark_messages_as_delivered();

-- undo: create routine public.assign_message_seq()
drop function public.assign_message_seq();
