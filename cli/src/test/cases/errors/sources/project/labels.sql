create table a (id integer);
security label for selinux on table a is 'x';
