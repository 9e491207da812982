-- A little of what people do with the product before its messages are numbered.
insert into public.users (email, display_name)
values ('ada@example.com', 'Ada'),
       ('alan@example.com', 'Alan'),
       ('barbara@example.com', 'Barbara'),
       ('edsger@example.com', 'Edsger'),
       ('grace@example.com', 'Grace');

insert into public.accounts (owner_id, name, plan)
select id, display_name || '''s team', 'team' from public.users where display_name in ('Ada', 'Grace');

insert into public.chats (account_id, created_by, title, is_group)
select a.id, a.owner_id, t.title, true
  from public.accounts a
  join public.users u on u.id = a.owner_id
  join (values ('Ada', 'Engines'), ('Ada', 'Lunch'), ('Grace', 'Compilers'), ('Grace', 'Moths'))
       t (owner, title) on t.owner = u.display_name;

insert into public.chat_participants (chat_id, user_id, role)
select c.id, u.id, (case when u.id = c.created_by then 'admin' else 'member' end)::public.participant_role
  from public.chats c, public.users u;

insert into public.chat_messages (chat_id, sender_id, body, created_at)
select c.id,
       (select u.id from public.users u order by u.email offset n % 5 limit 1),
       (array['Good morning!', 'Does it compile?', 'It does.', 'And on the other machine?',
              'One moment.', 'It does there, too.', 'Then let us ship it.'])[1 + (n - 1) % 7],
       timestamptz '2026-11-02 09:00+00' + n * interval '1 minute'
  from public.chats c, generate_series(1, 50) n;

insert into public.attachments (message_id, file_name, content_type, size_bytes, sha256)
select m.id, 'plan.pdf', 'application/pdf', 48213, sha256(m.id::text::bytea)
  from public.chat_messages m where m.body = 'Then let us ship it.';

insert into public.read_receipts (message_id, user_id)
select m.id, p.user_id
  from public.chat_messages m join public.chat_participants p on p.chat_id = m.chat_id
 where p.user_id <> m.sender_id and m.created_at < '2026-11-02 09:20+00';

insert into public.todos (user_id, text, due_on)
select id, 'Read what was said', date '2026-12-01' from public.users;
