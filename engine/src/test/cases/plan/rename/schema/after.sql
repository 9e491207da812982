-- slipway: renamed: schema billing from invoicing
-- slipway: renamed: table billing.bill from invoice
-- slipway: renamed: column billing.bill.status from state
create schema billing;
create type billing.state as enum ('open', 'paid');
create table billing.bill (id int primary key, status billing.state not null default 'open');
create view billing.unpaid as select id from billing.bill where status = 'open';
grant usage on schema billing to public;
