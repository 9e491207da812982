do $$ begin
  update place set name = 'the ' || name where id in (1, 3);
  update city set size = size + 1;
  delete from only place where id = 2;
  delete from place where id = 4;
end $$;
do $$ begin truncate place; end $$;
