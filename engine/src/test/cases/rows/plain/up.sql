delete from todo where done and id = 1;
update todo set size = 1.1, text = 'go' where id in (3, 4);
with gone as (delete from todo where id = 2 returning *) update todo set done = not done where id = 4;
update word set "a ""b" = 'three' where "a ""b" = 'one';
truncate word;
insert into todo overriding system value values (4, 'x', true) on conflict (id) do update set size = 99;
