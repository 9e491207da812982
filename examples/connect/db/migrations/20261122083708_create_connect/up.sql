-- prepare the session
set check_function_bodies = off;

-- create enum public.account_plan
create type public.account_plan as enum ('free', 'team', 'business');

-- create enum public.participant_role
create type public.participant_role as enum ('member', 'admin');

-- create sequence public.todos_id_seq
create sequence public.todos_id_seq as integer;

-- create routine public.is_chat_participant(uuid)
CREATE OR REPLACE FUNCTION public.is_chat_participant(chat uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select exists (
    select 1
      from public.chat_participants p
     where p.chat_id = chat
       and p.user_id = auth.uid()
  )
$function$;

-- create table public.accounts
create table public.accounts (
  id uuid default gen_random_uuid() not null,
  owner_id uuid not null,
  name character varying(120) not null,
  plan public.account_plan default 'free'::public.account_plan not null,
  balance numeric(12,2) default 0 not null,
  settings jsonb default '{}'::jsonb not null,
  created_at timestamp with time zone default now() not null,
  constraint accounts_pkey PRIMARY KEY (id)
);

-- create table public.accounts
alter table public.accounts enable row level security;

-- create table public.attachments
create table public.attachments (
  id bigint generated always as identity not null,
  message_id uuid not null,
  file_name character varying(255) not null,
  content_type character varying(127) default 'application/octet-stream'::character varying not null,
  size_bytes bigint not null,
  sha256 bytea not null,
  metadata jsonb,
  created_at timestamp with time zone default now() not null,
  constraint attachments_pkey PRIMARY KEY (id),
  constraint attachments_sha256_length CHECK ((octet_length(sha256) = 32)),
  constraint attachments_size_positive CHECK ((size_bytes > 0))
);

-- create table public.attachments
alter table public.attachments enable row level security;

-- create table public.chat_messages
create table public.chat_messages (
  id uuid default gen_random_uuid() not null,
  chat_id uuid not null,
  sender_id uuid not null,
  reply_to_id uuid,
  body text not null,
  created_at timestamp with time zone default now() not null,
  edited_at timestamp with time zone,
  constraint chat_messages_body_length CHECK (((length(body) >= 1) AND (length(body) <= 10000))),
  constraint chat_messages_pkey PRIMARY KEY (id)
);

-- create table public.chat_messages
alter table public.chat_messages enable row level security;

-- create table public.chat_participants
create table public.chat_participants (
  chat_id uuid not null,
  user_id uuid not null,
  role public.participant_role default 'member'::public.participant_role not null,
  joined_at timestamp with time zone default now() not null,
  last_seen_at timestamp with time zone,
  constraint chat_participants_pkey PRIMARY KEY (chat_id, user_id)
);

-- create table public.chat_participants
alter table public.chat_participants enable row level security;

-- create table public.chats
create table public.chats (
  id uuid default gen_random_uuid() not null,
  account_id uuid not null,
  created_by uuid,
  title character varying(200),
  is_group boolean default false not null,
  created_at timestamp with time zone default now() not null,
  constraint chats_group_has_a_title CHECK (((is_group = false) OR (title IS NOT NULL))),
  constraint chats_pkey PRIMARY KEY (id)
);

-- create table public.chats
alter table public.chats enable row level security;

-- create table public.read_receipts
create table public.read_receipts (
  message_id uuid not null,
  user_id uuid not null,
  read_at timestamp with time zone default now() not null,
  constraint read_receipts_pkey PRIMARY KEY (message_id, user_id)
);

-- create table public.read_receipts
alter table public.read_receipts enable row level security;

-- create table public.todos
create table public.todos (
  id integer default nextval('public.todos_id_seq'::regclass) not null,
  user_id uuid not null,
  chat_id uuid,
  text text not null,
  completed boolean default false not null,
  priority smallint default 2 not null,
  tags text[] default '{}'::text[] not null,
  due_on date,
  created_at timestamp with time zone default now() not null,
  constraint todos_pkey PRIMARY KEY (id),
  constraint todos_priority_check CHECK (((priority >= 1) AND (priority <= 3))),
  constraint todos_text_check CHECK ((text <> ''::text))
);

-- create table public.todos
alter table public.todos enable row level security;

-- create table public.users
create table public.users (
  id uuid default gen_random_uuid() not null,
  email text not null,
  display_name text not null,
  avatar_url text,
  created_at timestamp with time zone default now() not null,
  constraint users_email_has_an_at CHECK ((email ~~ '%_@_%'::text)),
  constraint users_pkey PRIMARY KEY (id)
);

-- create table public.users
alter table public.users enable row level security;

-- create owner of sequence public.todos_id_seq
alter sequence public.todos_id_seq owned by public.todos.id;

-- create constraint public.accounts.accounts_owner_id_fkey
alter table public.accounts add constraint accounts_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES public.users(id) ON DELETE CASCADE;

-- create constraint public.attachments.attachments_message_id_fkey
alter table public.attachments add constraint attachments_message_id_fkey FOREIGN KEY (message_id) REFERENCES public.chat_messages(id) ON DELETE CASCADE;

-- create constraint public.chat_messages.chat_messages_chat_id_fkey
alter table public.chat_messages add constraint chat_messages_chat_id_fkey FOREIGN KEY (chat_id) REFERENCES public.chats(id) ON DELETE CASCADE;

-- create constraint public.chat_messages.chat_messages_reply_to_id_fkey
alter table public.chat_messages add constraint chat_messages_reply_to_id_fkey FOREIGN KEY (reply_to_id) REFERENCES public.chat_messages(id) ON DELETE SET NULL;

-- create constraint public.chat_messages.chat_messages_sender_id_fkey
alter table public.chat_messages add constraint chat_messages_sender_id_fkey FOREIGN KEY (sender_id) REFERENCES public.users(id) ON DELETE CASCADE;

-- create constraint public.chat_participants.chat_participants_chat_id_fkey
alter table public.chat_participants add constraint chat_participants_chat_id_fkey FOREIGN KEY (chat_id) REFERENCES public.chats(id) ON DELETE CASCADE;

-- create constraint public.chat_participants.chat_participants_user_id_fkey
alter table public.chat_participants add constraint chat_participants_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

-- create constraint public.chats.chats_account_id_fkey
alter table public.chats add constraint chats_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;

-- create constraint public.chats.chats_created_by_fkey
alter table public.chats add constraint chats_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.users(id) ON DELETE SET NULL;

-- create constraint public.read_receipts.read_receipts_message_id_fkey
alter table public.read_receipts add constraint read_receipts_message_id_fkey FOREIGN KEY (message_id) REFERENCES public.chat_messages(id) ON DELETE CASCADE;

-- create constraint public.read_receipts.read_receipts_user_id_fkey
alter table public.read_receipts add constraint read_receipts_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

-- create constraint public.todos.todos_chat_id_fkey
alter table public.todos add constraint todos_chat_id_fkey FOREIGN KEY (chat_id) REFERENCES public.chats(id) ON DELETE SET NULL;

-- create constraint public.todos.todos_user_id_fkey
alter table public.todos add constraint todos_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

-- create index public.accounts_owner_id_idx
create index accounts_owner_id_idx on public.accounts USING btree (owner_id);

-- create index public.attachments_message_id_idx
create index attachments_message_id_idx on public.attachments USING btree (message_id);

-- create index public.attachments_metadata_idx
create index attachments_metadata_idx on public.attachments USING gin (metadata jsonb_path_ops) WHERE (metadata IS NOT NULL);

-- create index public.chat_messages_chat_id_created_at_idx
create index chat_messages_chat_id_created_at_idx on public.chat_messages USING btree (chat_id, created_at DESC);

-- create index public.chat_messages_sender_id_idx
create index chat_messages_sender_id_idx on public.chat_messages USING btree (sender_id);

-- create index public.chat_participants_user_id_idx
create index chat_participants_user_id_idx on public.chat_participants USING btree (user_id);

-- create index public.chats_account_id_created_at_idx
create index chats_account_id_created_at_idx on public.chats USING btree (account_id, created_at DESC);

-- create index public.read_receipts_user_id_idx
create index read_receipts_user_id_idx on public.read_receipts USING btree (user_id);

-- create index public.todos_open_idx
create index todos_open_idx on public.todos USING btree (user_id, due_on) WHERE (completed = false);

-- create index public.users_lower_email_idx
create index users_lower_email_idx on public.users USING btree (lower(email));

-- create policy public.accounts."own accounts"
create policy "own accounts" on public.accounts to authenticated using ((auth.uid() = owner_id));

-- create policy public.attachments."attachments of messages one sees"
create policy "attachments of messages one sees" on public.attachments for select to authenticated using ((EXISTS ( SELECT 1
   FROM public.chat_messages m
  WHERE (m.id = attachments.message_id))));

-- create policy public.chat_messages."messages of one's chats"
create policy "messages of one's chats" on public.chat_messages for select to authenticated using (public.is_chat_participant(chat_id));

-- create policy public.chat_messages."own messages"
create policy "own messages" on public.chat_messages for insert to authenticated with check (((auth.uid() = sender_id) AND public.is_chat_participant(chat_id)));

-- create policy public.chat_participants."own participation"
create policy "own participation" on public.chat_participants for update to authenticated using ((auth.uid() = user_id)) with check ((auth.uid() = user_id));

-- create policy public.chat_participants."participants of one's chats"
create policy "participants of one's chats" on public.chat_participants for select to authenticated using (public.is_chat_participant(chat_id));

-- create policy public.chats."chats one begins"
create policy "chats one begins" on public.chats for insert to authenticated with check ((auth.uid() = created_by));

-- create policy public.chats."chats one takes part in"
create policy "chats one takes part in" on public.chats for select to authenticated using (public.is_chat_participant(id));

-- create policy public.read_receipts."own receipts"
create policy "own receipts" on public.read_receipts for insert to authenticated with check ((auth.uid() = user_id));

-- create policy public.read_receipts."receipts of messages one sees"
create policy "receipts of messages one sees" on public.read_receipts for select to authenticated using ((EXISTS ( SELECT 1
   FROM public.chat_messages m
  WHERE (m.id = read_receipts.message_id))));

-- create policy public.todos."own todos"
create policy "own todos" on public.todos to authenticated using ((auth.uid() = user_id)) with check ((auth.uid() = user_id));

-- create policy public.users."everyone signed in sees profiles"
create policy "everyone signed in sees profiles" on public.users for select to authenticated using (true);

-- create policy public.users."own profile"
create policy "own profile" on public.users for update to authenticated using ((auth.uid() = id)) with check ((auth.uid() = id));

-- create comment on column public.chat_participants.last_seen_at
comment on column public.chat_participants.last_seen_at is 'When the client last fetched the chat''s messages';

-- create comment on table public.accounts
comment on table public.accounts is 'Teams, and who pays for them';

-- create comment on table public.users
comment on table public.users is 'People who can sign in';
