update person set mood = 'happy' where id = 2;
