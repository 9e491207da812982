create rule r as on insert to v do instead (insert into a values (new.x); insert into b values (new.x));
select 1;
