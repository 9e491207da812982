alter table public.invoice add constraint invoice_account foreign key (account)
  references public.account not valid;
