-- create replica identity of table public.chat_messages
alter table public.chat_messages replica identity full;

-- create publication supabase_realtime
create publication supabase_realtime with (publish = 'insert, update, delete, truncate', publish_via_partition_root = false);

-- create publication member supabase_realtime.public.chat_messages
alter publication supabase_realtime add table public.chat_messages;
