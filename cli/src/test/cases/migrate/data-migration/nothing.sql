update person set last = null;
