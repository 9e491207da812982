create table product (price numeric, constraint dear check (price > 100));
create index cheap on product (price) where price < 10;
