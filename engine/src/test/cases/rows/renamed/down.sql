alter table "My Shop".customer rename to "Client s";
alter table "My Shop"."Client s" rename column nn to n;
alter table "My Shop"."Client s" drop column more;
