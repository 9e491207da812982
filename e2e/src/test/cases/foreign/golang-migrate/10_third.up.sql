alter table a rename column note to remark;
