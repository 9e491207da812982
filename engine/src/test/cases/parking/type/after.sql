create type mood as enum ('sad', 'happy');
create table reading (
  id integer primary key,
  "Höhe; in ""m""" numeric(10, 1) not null default 1.5,
  taken date,
  code integer,
  raw jsonb,
  feeling mood default 'happy' not null,
  flag boolean,
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
