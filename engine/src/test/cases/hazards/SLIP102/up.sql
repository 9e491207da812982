alter table public.account drop column note_of_staff;
