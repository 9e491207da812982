create sequence a;
create sequence gone;
