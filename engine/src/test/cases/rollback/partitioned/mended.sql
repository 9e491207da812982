delete from event where what is null or id < 0;
