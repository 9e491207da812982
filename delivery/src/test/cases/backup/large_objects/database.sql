do $$ begin create role backup_owner; exception when duplicate_object then null; end $$;
do $$ begin create role backup_reader; exception when duplicate_object then null; end $$;
create table file (name text primary key, content oid);
insert into file values ('small', lo_from_bytea(0, '\x0001ff')), ('empty', lo_create(0)),
  ('big', lo_from_bytea(0, decode(repeat('0123456789abcdef', 100000), 'hex')));
do $$ declare o oid; begin
  select content into o from file where name = 'small';
  execute format('grant select on large object %s to backup_reader with grant option', o);
  execute format('grant select, update on large object %s to public', o);
  execute format('comment on large object %s is %L', o, 'the ''small'' one');
  execute format('alter large object %s owner to backup_owner', o);
end $$;
