create table "T=1" ("a=b" text, "c.d ""x""" text);
