alter table a drop column note;
