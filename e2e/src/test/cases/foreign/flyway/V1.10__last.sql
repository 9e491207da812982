alter table a rename column nine to ten;
