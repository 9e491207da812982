copy (select 1) to stdout;
copy t from '/tmp/x';
