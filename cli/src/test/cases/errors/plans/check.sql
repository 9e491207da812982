create table price (cents integer not null check (100 / cents < 100));
