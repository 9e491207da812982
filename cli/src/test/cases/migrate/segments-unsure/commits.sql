create table todo (id integer, text text);
do $$ begin
  insert into todo select count(*), 'stays' from todo;
  commit;
  insert into todo select count(*), 'does not' from todo;
  if (select count(*) from todo) < 4 then
    raise 'not yet';
  end if;
end $$;
create index todo_text on todo (text);
create unique index todo_id on todo (id);
