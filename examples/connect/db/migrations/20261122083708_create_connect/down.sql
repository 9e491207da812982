-- undo: create comment on table public.users
set check_function_bodies = off;
comment on table public.users is null;

-- undo: create comment on table public.accounts
comment on table public.accounts is null;

-- undo: create comment on column public.chat_participants.last_seen_at
comment on column public.chat_participants.last_seen_at is null;

-- undo: create policy public.users."own profile"
drop policy "own profile" on public.users;

-- undo: create policy public.users."everyone signed in sees profiles"
drop policy "everyone signed in sees profiles" on public.users;

-- undo: create policy public.todos."own todos"
drop policy "own todos" on public.todos;

-- undo: create policy public.read_receipts."receipts of messages one sees"
drop policy "receipts of messages one sees" on public.read_receipts;

-- undo: create policy public.read_receipts."own receipts"
drop policy "own receipts" on public.read_receipts;

-- undo: create policy public.chats."chats one takes part in"
drop policy "chats one takes part in" on public.chats;

-- undo: create policy public.chats."chats one begins"
drop policy "chats one begins" on public.chats;

-- undo: create policy public.chat_participants."participants of one's chats"
drop policy "participants of one's chats" on public.chat_participants;

-- undo: create policy public.chat_participants."own participation"
drop policy "own participation" on public.chat_participants;

-- undo: create policy public.chat_messages."own messages"
drop policy "own messages" on public.chat_messages;

-- undo: create policy public.chat_messages."messages of one's chats"
drop policy "messages of one's chats" on public.chat_messages;

-- undo: create policy public.attachments."attachments of messages one sees"
drop policy "attachments of messages one sees" on public.attachments;

-- undo: create policy public.accounts."own accounts"
drop policy "own accounts" on public.accounts;

-- undo: create index public.users_lower_email_idx
drop index public.users_lower_email_idx;

-- undo: create index public.todos_open_idx
drop index public.todos_open_idx;

-- undo: create index public.read_receipts_user_id_idx
drop index public.read_receipts_user_id_idx;

-- undo: create index public.chats_account_id_created_at_idx
drop index public.chats_account_id_created_at_idx;

-- undo: create index public.chat_participants_user_id_idx
drop index public.chat_participants_user_id_idx;

-- undo: create index public.chat_messages_sender_id_idx
drop index public.chat_messages_sender_id_idx;

-- undo: create index public.chat_messages_chat_id_created_at_idx
drop index public.chat_messages_chat_id_created_at_idx;

-- undo: create index public.attachments_metadata_idx
drop index public.attachments_metadata_idx;

-- undo: create index public.attachments_message_id_idx
drop index public.attachments_message_id_idx;

-- undo: create index public.accounts_owner_id_idx
drop index public.accounts_owner_id_idx;

-- undo: create constraint public.todos.todos_user_id_fkey
alter table public.todos drop constraint todos_user_id_fkey;

-- undo: create constraint public.todos.todos_chat_id_fkey
alter table public.todos drop constraint todos_chat_id_fkey;

-- undo: create constraint public.read_receipts.read_receipts_user_id_fkey
alter table public.read_receipts drop constraint read_receipts_user_id_fkey;

-- undo: create constraint public.read_receipts.read_receipts_message_id_fkey
alter table public.read_receipts drop constraint read_receipts_message_id_fkey;

-- undo: create constraint public.chats.chats_created_by_fkey
alter table public.chats drop constraint chats_created_by_fkey;

-- undo: create constraint public.chats.chats_account_id_fkey
alter table public.chats drop constraint chats_account_id_fkey;

-- undo: create constraint public.chat_participants.chat_participants_user_id_fkey
alter table public.chat_participants drop constraint chat_participants_user_id_fkey;

-- undo: create constraint public.chat_participants.chat_participants_chat_id_fkey
alter table public.chat_participants drop constraint chat_participants_chat_id_fkey;

-- undo: create constraint public.chat_messages.chat_messages_sender_id_fkey
alter table public.chat_messages drop constraint chat_messages_sender_id_fkey;

-- undo: create constraint public.chat_messages.chat_messages_reply_to_id_fkey
alter table public.chat_messages drop constraint chat_messages_reply_to_id_fkey;

-- undo: create constraint public.chat_messages.chat_messages_chat_id_fkey
alter table public.chat_messages drop constraint chat_messages_chat_id_fkey;

-- undo: create constraint public.attachments.attachments_message_id_fkey
alter table public.attachments drop constraint attachments_message_id_fkey;

-- undo: create constraint public.accounts.accounts_owner_id_fkey
alter table public.accounts drop constraint accounts_owner_id_fkey;

-- undo: create owner of sequence public.todos_id_seq
alter sequence public.todos_id_seq owned by none;

-- undo: create table public.users
drop table public.users;

-- undo: create table public.todos
drop table public.todos;

-- undo: create table public.read_receipts
drop table public.read_receipts;

-- undo: create table public.chats
drop table public.chats;

-- undo: create table public.chat_participants
drop table public.chat_participants;

-- undo: create table public.chat_messages
drop table public.chat_messages;

-- undo: create table public.attachments
drop table public.attachments;

-- undo: create table public.accounts
drop table public.accounts;

-- undo: create routine public.is_chat_participant(uuid)
drop function public.is_chat_participant(uuid);

-- undo: create sequence public.todos_id_seq
drop sequence public.todos_id_seq;

-- undo: create enum public.participant_role
drop type public.participant_role;

-- undo: create enum public.account_plan
drop type public.account_plan;
