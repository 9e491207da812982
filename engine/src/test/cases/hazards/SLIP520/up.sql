alter table public.account add column if not exists phone text;
set statement_timeout = '30s';
alter table public.account add column if not exists fax text;
