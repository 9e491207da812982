insert into book values (3, 'a', 7, -1, null, '[2,3]'), (3, null, null, null, 'six', null);
insert into tag values (3, 'X'), (4, ''), (5, '');
