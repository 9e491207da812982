create policy "Own ""rows" on "T t" using ("a""b" = current_user);
comment on policy "Own ""rows" on "T t" is 'stays';
create policy roles on "T t" for select to anna using (true);
create policy command on "T t" for select using (id > 1);
create policy shrinks on "T t" using (id > 1) with check (id > 2);
create policy grows on "T t" using (id > 1);
create policy gone on "T t" for delete using (false);
