create policy "Own ""rows" on "T t" using ("a""b" = current_user or id in (select o.id from "T t" o)) with check ("a""b" <> E'it''s \\ $$');
comment on policy "Own ""rows" on "T t" is 'stays';
create policy roles on "T t" for select to anna, "Bob ""the"" Builder" using (true);
create policy command on "T t" for update using (id > 1);
create policy shrinks on "T t" using (id > 1);
create policy grows on "T t" using (id > 1) with check (id > 2);
create policy strict on "T t" as restrictive for insert to public with check (id > 0);
