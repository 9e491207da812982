create schema invoicing;
create type invoicing.state as enum ('open', 'paid');
create table invoicing.invoice (id int primary key, state invoicing.state not null default 'open');
create view invoicing.unpaid as select id from invoicing.invoice where state = 'open';
grant usage on schema invoicing to public;
