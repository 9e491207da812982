update person set last = null where name like '% %';
