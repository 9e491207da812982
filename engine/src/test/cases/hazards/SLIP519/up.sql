alter table account add column phone text;
