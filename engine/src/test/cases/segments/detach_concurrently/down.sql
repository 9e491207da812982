drop table after_it;
alter table p detach partition p2 concurrently;
drop table p2;
drop table "p 1";
drop table p;
