create table room (during tsrange, exclude using gist (during with &&));
