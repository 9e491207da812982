create policy "all" on a for select to reader_of_a using (true);
