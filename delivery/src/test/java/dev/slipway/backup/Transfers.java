package dev.slipway.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;

/** Accounts whose sum never changes, and writers that move something between them. */
final class Transfers {

  static final String ACCOUNTS =
      """
      create table account (id int primary key, balance bigint not null);
      insert into account select g, 100 from generate_series(1, 20000) g;
      create table transfer (id bigint generated always as identity primary key,
        source int references account, target int references account);
      create index on transfer (source);
      create index on transfer (target);
      """;

  /** How many accounts have another balance than their transfers say. */
  static final String WRONG =
      "select count(*) from account a where balance <> 100 - (select count(*) from"
          + " transfer where source = a.id) + (select count(*) from transfer where"
          + " target = a.id)";

  private Transfers() {}

  /** Each moves one from an account to another, in a transaction with a row that tells it. */
  static void run(BackupServer.Database database, int seed, AtomicBoolean isOver) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (int i = 0; !isOver.get(); i++) {
        int source = 1 + (seed + i * 7) % 20000;
        int target = 1 + (source + 4999) % 20000;
        int first = Math.min(source, target);
        int second = Math.max(source, target);
        statement.execute(
            "begin; update account set balance = balance + "
                + (first == source ? -1 : 1)
                + " where id = "
                + first
                + "; update account set balance = balance + "
                + (second == source ? -1 : 1)
                + " where id = "
                + second
                + "; insert into transfer (source, target) values ("
                + source
                + ", "
                + target
                + "); commit");
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
