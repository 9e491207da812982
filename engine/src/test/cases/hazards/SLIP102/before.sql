alter table public.account add column note_of_staff text;
