select 1;
select $a$ x $b$;
