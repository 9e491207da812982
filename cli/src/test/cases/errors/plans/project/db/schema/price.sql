create table price (cents integer not null);
