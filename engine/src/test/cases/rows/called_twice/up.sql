do $$ begin
  update todo set text = 'one' where id < 8;
  update todo set text = 'two' where id < 6;
  update todo set text = 't1', size = 1 where id = 1;
  delete from todo where id = 2;
  delete from todo where id = 3;
  insert into todo values (3, 'again', 33), (10, 'made', 0), (11, 'made', 0);
  delete from todo where id = 10;
  update todo set text = 'then' where id = 11;
  update todo set id = 12 where id = 11;
  update todo set id = id + 100 where id in (4, 5);
  update todo set text = 'far' where id = 104;
end $$;
do $$ begin
  update word set text = 'c' where text = 'a';
  update word set text = 'd' where text = 'c';
  delete from word where text = 'd';
  insert into word values ('c'), ('b');
  delete from word where text = 'c';
  delete from word where text = 'b';
  insert into word values ('b');
  delete from word where text is null;
end $$;
set datestyle = 'ISO, DMY';
set intervalstyle = 'iso_8601';
set extra_float_digits = -10;
set bytea_output = 'escape';
do $$ begin update day set at = at + 1; update day set took = took * 2, at = at + 1; update day set part = part + 1 where code is not null; end $$;
