comment on table t is 'changes';
comment on column t.id is 'goes';
comment on schema "S.s" is 'stays';
comment on schema public is 'mine';
