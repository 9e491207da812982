-- drop index public.chat_messages_chat_id_created_at_idx
drop index concurrently public.chat_messages_chat_id_created_at_idx;

-- create enum public.message_status
create type public.message_status as enum ('sent', 'delivered', 'read');

-- create column public.chat_messages.seq
-- SLIP201: column public.chat_messages.seq refuses null and has no default: the step fails as soon as the table has a row.
alter table public.chat_messages add column seq bigint;

-- number the messages that are there, in the order in which they came
update public.chat_messages m
   set seq = n.seq
  from (select id, row_number() over (partition by chat_id order by created_at, id) as seq
          from public.chat_messages) n
 where n.id = m.id;

alter table public.chat_messages alter column seq set not null;

-- create column public.chat_messages.client_generated_id
alter table public.chat_messages add column client_generated_id uuid;

-- create column public.chat_messages.status
alter table public.chat_messages add column status public.message_status default 'sent'::public.message_status not null;

-- create comment on column public.chat_messages.client_generated_id
comment on column public.chat_messages.client_generated_id is 'Makes a repeated send harmless';

-- create comment on column public.chat_messages.seq
comment on column public.chat_messages.seq is 'The message''s place in its chat, without gaps';

-- create constraint public.chat_messages.chat_messages_chat_id_client_generated_id_key
-- SLIP203: constraint public.chat_messages.chat_messages_chat_id_client_generated_id_key demands unique keys of rows that are there already; one duplicate stops it.
create unique index concurrently chat_messages_chat_id_client_generated_id_key on public.chat_messages using btree (chat_id, client_generated_id);

-- create constraint public.chat_messages.chat_messages_chat_id_client_generated_id_key
alter table public.chat_messages add constraint chat_messages_chat_id_client_generated_id_key unique using index chat_messages_chat_id_client_generated_id_key;

-- create index public.chat_messages_chat_seq_idx
-- SLIP203: index public.chat_messages_chat_seq_idx demands unique keys of rows that are there already; one duplicate stops it.
create unique index concurrently chat_messages_chat_seq_idx on public.chat_messages USING btree (chat_id, seq DESC);
