create schema "S ""x""";
create table "S ""x"""."P'
p" ("k;" int not null, "v $$" text, constraint "pk -- x" primary key ("k;")) partition by range ("k;");
create table "S ""x"""."C /*" partition of "S ""x"""."P'
p" for values from (1) to (2);
