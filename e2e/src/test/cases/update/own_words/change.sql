alter table product alter column title set default 'nameless';
alter table product alter column price set not null;
alter table product alter column stock type bigint;
alter table product drop constraint cheap;
drop index by_price;
create index by_price on product (price) where stock > 5;
