-- undo: create index public.chat_messages_chat_seq_idx
drop index concurrently public.chat_messages_chat_seq_idx;

-- undo: create constraint public.chat_messages.chat_messages_chat_id_client_generated_id_key
alter table public.chat_messages drop constraint chat_messages_chat_id_client_generated_id_key;

-- undo: create comment on column public.chat_messages.seq
comment on column public.chat_messages.seq is null;

-- undo: create comment on column public.chat_messages.client_generated_id
comment on column public.chat_messages.client_generated_id is null;

-- undo: create column public.chat_messages.status
alter table public.chat_messages drop column status;

-- undo: create column public.chat_messages.client_generated_id
alter table public.chat_messages drop column client_generated_id;

-- undo: create column public.chat_messages.seq
alter table public.chat_messages drop column seq;

-- undo: create enum public.message_status
drop type public.message_status;

-- undo: drop index public.chat_messages_chat_id_created_at_idx
create index concurrently chat_messages_chat_id_created_at_idx on public.chat_messages USING btree (chat_id, created_at DESC);
