create table public.p (id integer primary key, code integer unique deferrable initially deferred);
create table public.c (id integer primary key,
  a integer constraint c_a references public.p (id) deferrable initially deferred,
  b integer constraint c_b references public.p (id),
  d integer constraint c_d references public.p (id) on delete cascade deferrable);
alter table public.c add constraint c_n foreign key (id) references public.p (id) deferrable;
create table public.w (id integer, r text) partition by list (r);
create table public.w1 partition of public.w for values in ('1');
alter table public.w add constraint w_id foreign key (id) references public.p (id) deferrable;
