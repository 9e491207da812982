create table "T t" (id int primary key, "a""b" text);
create function f() returns trigger language plpgsql as $$ begin return new; end $$;
create function "g.G"() returns trigger language plpgsql as $$ begin return new; end $$;
