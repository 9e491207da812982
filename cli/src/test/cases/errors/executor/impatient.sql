set lock_timeout = '10ms';
alter table a add column name text;
