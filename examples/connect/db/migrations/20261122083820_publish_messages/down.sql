-- undo: create publication member supabase_realtime.public.chat_messages
alter publication supabase_realtime drop table public.chat_messages;

-- undo: create publication supabase_realtime
drop publication supabase_realtime;

-- undo: create replica identity of table public.chat_messages
alter table public.chat_messages replica identity default;
