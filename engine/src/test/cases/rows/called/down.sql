update person set name = replace(name, 'Mr. ', '');
delete from log where text = 'new';
