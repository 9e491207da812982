-- Stands for pgvector, which the embedded servers lack: a type of this name that keeps its text.
create type public.vector;
create function public.vector_in(cstring) returns public.vector language internal immutable strict as 'textin';
create function public.vector_out(public.vector) returns cstring language internal immutable strict as 'textout';
create type public.vector (
  input = public.vector_in,
  output = public.vector_out,
  typmod_in = varchartypmodin,
  typmod_out = varchartypmodout,
  internallength = variable,
  storage = extended);
