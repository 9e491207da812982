insert into book values (3, 'c', 1, null, 'three', '[5,6]'), (4, null, null, 1, 'four', null);
insert into tag values (4, ''), (5, '');
