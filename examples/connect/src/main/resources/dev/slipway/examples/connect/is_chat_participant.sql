-- Policies ask this function: a policy of chat_participants that read its own table would call itself.
create function public.is_chat_participant(chat uuid)
returns boolean
language sql
stable
security definer
set search_path = ''
as $$
  select exists (
    select 1
      from public.chat_participants p
     where p.chat_id = chat
       and p.user_id = auth.uid()
  )
$$;
