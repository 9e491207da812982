drop policy shrinks on public."T t"; -- ACCESS_EXCLUSIVE on table public."T t"
drop policy grows on public."T t"; -- ACCESS_EXCLUSIVE on table public."T t"
drop policy gone on public."T t"; -- ACCESS_EXCLUSIVE on table public."T t"
drop policy command on public."T t"; -- ACCESS_EXCLUSIVE on table public."T t"
drop policy "Own ""rows" on public."T t"; -- ACCESS_EXCLUSIVE on table public."T t"
create policy "Own ""rows" on public."T t" to public using ((("a""b" = CURRENT_USER) OR (id IN ( SELECT o.id
   FROM public."T t" o)))) with check (("a""b" <> 'it''s \ $$'::text)); -- ACCESS_EXCLUSIVE on table public."T t"
create policy command on public."T t" for update to public using ((id > 1)); -- ACCESS_EXCLUSIVE on table public."T t"
create policy grows on public."T t" to public using ((id > 1)) with check ((id > 2)); -- ACCESS_EXCLUSIVE on table public."T t"
alter policy roles on public."T t" to "Bob ""the"" Builder", anna; -- ACCESS_EXCLUSIVE on table public."T t"
create policy shrinks on public."T t" to public using ((id > 1)); -- ACCESS_EXCLUSIVE on table public."T t"
create policy strict on public."T t" as restrictive for insert to public with check ((id > 0)); -- ACCESS_EXCLUSIVE on table public."T t"
comment on policy "Own ""rows" on public."T t" is 'stays'; -- ACCESS_SHARE on table public."T t"

-- back
comment on policy "Own ""rows" on public."T t" is null;
drop policy strict on public."T t";
drop policy shrinks on public."T t";
alter policy roles on public."T t" to anna;
drop policy grows on public."T t";
drop policy command on public."T t";
drop policy "Own ""rows" on public."T t";
create policy "Own ""rows" on public."T t" to public using (("a""b" = CURRENT_USER));
comment on policy "Own ""rows" on public."T t" is 'stays';
create policy command on public."T t" for select to public using ((id > 1));
create policy gone on public."T t" for delete to public using (false);
create policy grows on public."T t" to public using ((id > 1));
create policy shrinks on public."T t" to public using ((id > 1)) with check ((id > 2));
