package dev.slipway.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Migrations with every kind of segment, each of whose statements leaves a trace when it runs. */
final class FaultyMigrations {

  private FaultyMigrations() {}

  /** What is there before them. */
  static void fill(Target target) throws SQLException {
    try (Connection connection = target.connect("test");
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          create type state as enum ('open', 'done');
          create table effect (step text primary key, times int not null default 0);
          insert into effect select 's' || g from generate_series(1, 9) g;
          create table account (id int primary key, mail text, amount int not null default 0);
          insert into account (id, mail) select g, 'm' || g from generate_series(1, 120) g;
          create table booking (id int primary key, account int not null);
          insert into booking select g, 1 + g % 120 from generate_series(1, 200) g;
          """);
    }
  }

  private static String effect(int step) {
    return "update effect set times = times + 1 where step = 's" + step + "';\n";
  }

  static void write(TestFolder folder) {
    folder.add(
        "one_transaction",
        effect(1)
            + "alter table account add column note text;\n"
            + "insert into booking values (1000, 1);\n"
            + "do $$ begin delete from booking where id <= 20;"
            + " update account set amount = amount + 7 where id <= 10;"
            + " update account set amount = amount + 7 where id <= 5; end $$;\n"
            + effect(2),
        "delete from booking where id = 1000;\nalter table account drop column note;\n"
            + "update effect set times = 0 where step in ('s1', 's2');");
    folder.add(
        "many_segments",
        effect(3)
            + "create index concurrently booking_account on booking (account);\n"
            + effect(4)
            + "create unique index concurrently account_mail on account (mail);\n"
            + "alter table account add constraint account_mail unique using index account_mail;\n"
            + "vacuum booking;\n"
            + effect(5)
            + "alter type state add value 'late';\n"
            + "alter table booking add column state state not null default 'late';\n"
            + "begin;\n"
            + effect(6)
            + "commit;\n",
        """
        alter table booking drop column state;
        update effect set times = times - 1 where step in ('s3', 's4');
        alter table account drop constraint account_mail;
        drop index concurrently booking_account;
        update effect set times = times - 1 where step in ('s5', 's6');
        alter type state rename to state_old;
        create type state as enum ('open', 'done');
        drop type state_old;
        """);
    folder.add(
        "batches",
        effect(7)
            + "-- slipway: backfill table=account batch=10\n"
            + "update account set amount = amount + 1;\n"
            + "alter table booking add constraint booking_account_fkey foreign key (account)"
            + " references account not valid;\n"
            + "commit;\n"
            + "alter table booking validate constraint booking_account_fkey;\n"
            + effect(8)
            + "reindex table concurrently account;\n"
            + effect(9),
        """
        alter table booking drop constraint booking_account_fkey;
        -- slipway: backfill table=account batch=10
        update account set amount = amount - 1;
        update effect set times = times - 1 where step in ('s7', 's8', 's9');
        """);
  }
}
