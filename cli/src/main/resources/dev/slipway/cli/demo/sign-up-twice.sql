-- Two people sign up a second time, and the form does not notice.
insert into public.users (email, display_name)
values ('ada@example.com', 'Ada (phone)'),
       ('grace@example.com', 'Grace (work)');

insert into public.accounts (owner_id, name)
select id, display_name from public.users where display_name in ('Ada (phone)', 'Grace (work)');
