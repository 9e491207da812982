create schema s;
create operator family public.family using btree;
create operator class s.class for type int using btree family public.family
  as operator 1 <, operator 2 <=, operator 3 =, operator 4 >=, operator 5 >, function 1 btint4cmp(int, int);
create table public.t (n int);
create index old_index on public.t (n s.class);
