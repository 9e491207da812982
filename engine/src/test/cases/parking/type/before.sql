create type mood as enum ('sad', 'happy');
create table reading (
  id integer primary key,
  "Höhe; in ""m""" numeric(10, 4) not null default 1.5,
  taken timestamptz,
  code text,
  raw json,
  feeling text default 'happy' not null,
  flag integer,
  changed integer not null default 0,
  unique (code),
  check ("Höhe; in ""m""" >= 0)
);
create index on reading (taken);
create view tall as select id, "Höhe; in ""m""" from reading where "Höhe; in ""m""" > 10;
create function note_change() returns trigger language plpgsql as $$
begin
  new.changed := new.changed + 1;
  return new;
end
$$;
create trigger note_change before update on reading for each row execute function note_change();
insert into reading values
  (1, 12.3456, '2026-01-02 03:04:05+00', '007', '{"b" : 1,  "a":2}', 'sad', 7),
  (2, 0.04, null, null, null, 'happy', 0),
  (3, 99.95, '2026-11-22 23:59:59.5+00', ' 12 ', '[1,  2]', 'happy', null);
