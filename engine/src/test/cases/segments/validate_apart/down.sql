drop table note;
drop table owner;
