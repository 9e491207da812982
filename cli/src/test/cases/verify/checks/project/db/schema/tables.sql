create table chat (id integer primary key, name text not null);
create table message (id integer primary key, chat_id integer not null references chat, seq integer not null, sender text not null);
create index message_chat_seq on message (chat_id, seq desc);
alter table message enable row level security;
create policy own on message for select to verify_reader using (sender = current_setting('request.jwt.claims', true)::json ->> 'sub');
grant select on message to verify_reader;
