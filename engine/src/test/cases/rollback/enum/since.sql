insert into person values (2, 'calm');
