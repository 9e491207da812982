create table todo (
  id integer generated always as identity primary key,
  text text not null,
  done boolean not null default false,
  size numeric(8, 2) default 1.50,
  loud text generated always as (upper(text)) stored
);
create function touched() returns trigger language plpgsql as 'begin new.text := new.text || ''!''; return new; end';
insert into todo (text, done, size) values ('wash', true, 1), ('cook', false, 2.5), ('read', true, null), ('run', false, 1.10);
create trigger touched before insert or update on todo for each row execute function touched();
create table word ("a ""b" text, "select" json, x xml);
insert into word values ('one', '{"a":  1}', '<a/>'), ('one', '{"a":  1}', '<a/>'), (null, null, null), ('two', '[]', null);
