create type "a ""State.x" as enum ('open', 'done');
alter table "The Task" alter "is state" type "a ""State.x" using "is state"::"a ""State.x",
  alter "is state" set default 'open', alter more type "a ""State.x"[] using more::"a ""State.x"[];
comment on type "a ""State.x" is 'it\n''s';
revoke usage on type "a ""State.x" from public;
grant usage on type "a ""State.x" to anna with grant option;
