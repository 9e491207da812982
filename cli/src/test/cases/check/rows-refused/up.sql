create view open_todo as select id, text from todo;
do $$ begin assert not exists (select from todo), 'only where nothing is to be done'; end $$;
