alter table note add column written date;
alter table note add column kind kind;
