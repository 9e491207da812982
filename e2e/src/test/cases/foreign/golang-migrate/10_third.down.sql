alter table a rename column remark to note;
