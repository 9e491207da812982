set search_path = "My Shop";
update "Client s" set "a.b" = 'happy', n = 'it''s \ "so"' where "The Id" <> 2;
alter table "Client s" add column more integer default 5;
delete from "Client s" where "The Id" = 2;
alter table "Client s" rename column n to nn;
alter table "Client s" rename to customer;
truncate customer restart identity;
