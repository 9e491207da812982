package dev.slipway.e2e.benchmark;

import java.util.ArrayList;
import java.util.List;

/**
 * A made-up schema of a given number of tables, always the same for that number: a hundred tables a
 * schema, each with nine columns, four constraints, three indexes, a comment and a grant; every
 * tenth with a view, a trigger and a policy, every twentieth with a function of its own.
 */
final class SyntheticSchema {

  private static final int TABLES_A_SCHEMA = 100;
  private static final int TABLES_A_SCRIPT = 250;

  private SyntheticSchema() {}

  /** Scripts to be run one after the other, each in a transaction of its own. */
  static List<String> scripts(int tables) {
    List<String> scripts = new ArrayList<>();
    var script = new StringBuilder();
    for (int number = 0; number < tables; number++) {
      append(script, number);
      if (number % TABLES_A_SCRIPT == TABLES_A_SCRIPT - 1) {
        scripts.add(script.toString());
        script.setLength(0);
      }
    }
    scripts.add(script.toString());
    return scripts;
  }

  private static void append(StringBuilder script, int number) {
    String schema = "s" + number / TABLES_A_SCHEMA;
    if (number % TABLES_A_SCHEMA == 0) {
      script.append(
          """
          create schema %1$s;
          create type %1$s.state as enum ('open', 'done', 'gone');
          create function %1$s.touch() returns trigger language plpgsql as $$
          begin
            new.changed := now();
            return new;
          end $$;
          """
              .formatted(schema));
    }
    String table = schema + ".t" + number;
    script.append(
        """
        create table %1$s (
          id bigint generated always as identity primary key,
          title text not null,
          note character varying(200) default 'none',
          price numeric(12, 2) not null default 0 check (price >= 0),
          state %2$s.state not null default 'open',
          upper_title text generated always as (upper(title)) stored,
          changed timestamp with time zone not null default now(),
          parent bigint references %3$s,
          tags text[] not null default '{}',
          unique (title, state));
        create index on %1$s (parent);
        create index on %1$s (lower(title)) where state <> 'gone';
        comment on table %1$s is 'The table number %4$d.';
        comment on column %1$s.price is 'What it costs.';
        grant select on %1$s to public;
        """
            .formatted(
                table,
                schema,
                number == 0 ? table : "s" + (number - 1) / TABLES_A_SCHEMA + ".t" + (number - 1),
                number));
    if (number % 10 == 0) {
      script.append(
          """
          create view %2$s.v%3$d as select id, title, price * 2 as twice from %1$s where state = 'open';
          create trigger touched before update on %1$s for each row execute function %2$s.touch();
          alter table %1$s enable row level security;
          create policy readable on %1$s for select using (state <> 'gone');
          """
              .formatted(table, schema, number));
    }
    if (number % 20 == 0) {
      script.append(
          """
          create function %2$s.f%3$d(a %1$s, b int default 3) returns bigint language sql stable
          as 'select a.id + b';
          """
              .formatted(table, schema, number));
    }
  }
}
