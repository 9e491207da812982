create table "T=1" ("a=b=c" text, "rename to" text);
