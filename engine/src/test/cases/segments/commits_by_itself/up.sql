create table n (x int);
create procedure p() language plpgsql as $$
begin
  for i in 1..3 loop
    insert into n values (i);
    commit;
  end loop;
end $$;
do $body$
begin
  insert into n values (10);
  commit;
  insert into n values (11);
end
$body$;
insert into n values (20);
call p();
insert into n values (30);
do 'begin insert into n values (40); perform ''commit;''; end';
