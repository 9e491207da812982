create table room (during tsrange);
