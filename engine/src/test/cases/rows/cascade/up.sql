delete from person where id = 1;
update person set id = 33 where id = 3;
update toy set pet = 4 where id = 4;
set constraints all immediate;
truncate table person, pet, chair cascade;
