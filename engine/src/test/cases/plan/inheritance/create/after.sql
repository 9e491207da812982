create table public.x (a int);
create table public.base (id bigserial not null, kind text not null default 'k', constraint base_check check (id > 0));
create table public.other (note text, kind text not null default 'k');
create table public.heir (extra int, constraint own check (kind = 'A')) inherits (public.other, public.base);
alter table only public.heir alter column note set default 'n';
alter table public.heir alter column note set not null;
create table public.grand (note text not null) inherits (public.heir);
