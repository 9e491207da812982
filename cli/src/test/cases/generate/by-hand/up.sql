update public.todo set done = false where done is null;
