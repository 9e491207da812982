alter table public."The Task" alter column "is state" drop default; -- ACCESS_EXCLUSIVE on table public."The Task"
alter type public."a ""State.x" rename to "a ""State.x__old";
create type public."a ""State.x" as enum ('open', E'la''t\\e', 'done');
alter table public."The Task" alter column "is state" type public."a ""State.x" using "is state"::text::public."a ""State.x"; -- ACCESS_EXCLUSIVE on table public."The Task" -- SLIP301:public."The Task"."is state"
alter table public."The Task" alter column more type public."a ""State.x"[] using more::text[]::public."a ""State.x"[]; -- ACCESS_EXCLUSIVE on table public."The Task" -- SLIP301:public."The Task".more
drop type public."a ""State.x__old";
alter table public."The Task" alter column "is state" set default 'la''t\e'::public."a ""State.x"; -- ACCESS_EXCLUSIVE on table public."The Task"
grant usage on type public."a ""State.x" to anna with grant option;
revoke usage on type public."a ""State.x" from public;
comment on type public."a ""State.x" is E'it\\n''s';

-- back
comment on type public."a ""State.x" is null;
grant usage on type public."a ""State.x" to public;
revoke usage on type public."a ""State.x" from anna;
alter table public."The Task" alter column "is state" drop default;
create type public."a ""State.x__old" as enum ('open', 'done');
alter table public."The Task" alter column more type public."a ""State.x__old"[] using more::text[]::public."a ""State.x__old"[];
alter table public."The Task" alter column "is state" type public."a ""State.x__old" using "is state"::text::public."a ""State.x__old";
drop type public."a ""State.x";
alter type public."a ""State.x__old" rename to "a ""State.x";
grant usage on type public."a ""State.x" to anna with grant option;
revoke usage on type public."a ""State.x" from public;
comment on type public."a ""State.x" is E'it\\n''s';
alter table public."The Task" alter column "is state" set default 'open'::public."a ""State.x";
