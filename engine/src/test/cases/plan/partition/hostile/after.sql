create schema "S ""x""";
create table "S ""x"""."P'
p" ("k;" int not null, "v $$" varchar(3), "n'" int default 4, constraint "pk -- x" primary key ("k;")) partition by range ("k;");
create index "i ""x" on "S ""x"""."P'
p" ("v $$");
create table "S ""x"""."C /*" partition of "S ""x"""."P'
p" ("n'" default 5) for values from (1) to (3);
comment on index "S ""x"""."i ""x" is 'it''s';
