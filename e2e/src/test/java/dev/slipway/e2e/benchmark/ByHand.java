package dev.slipway.e2e.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a careful person runs in one session instead of a migration: an index concurrently, a
 * foreign key that is validated behind, a column that is filled in batches with a pause after each,
 * and made not null through a checked constraint. It keeps no row that it changes, so that nothing
 * leads back, and can't go on where it was.
 */
final class ByHand {

  /** Who is told of each step: what ran, from when to when ({@link System#nanoTime}). */
  interface Told {
    void ran(String sql, long began, long ended);
  }

  private static final int BATCH = 5_000;
  private static final long PAUSE_MILLIS = 20;

  private final Connection connection;
  private final Told told;

  ByHand(Connection connection, Told told) {
    this.connection = connection;
    this.told = told;
  }

  void run() throws SQLException, InterruptedException {
    connection.setAutoCommit(true);
    for (String sql :
        List.of(
            "create index concurrently message_chat_idx on message (chat, id)",
            "alter table message add constraint message_chat_fkey"
                + " foreign key (chat) references chat not valid",
            "alter table message validate constraint message_chat_fkey",
            "alter table message add column seq bigint",
            "alter table message alter column seq set default 0")) {
      execute(sql);
    }
    long began = System.nanoTime();
    fill();
    told.ran("update message set seq = id, by hand", began, System.nanoTime());
    for (String sql :
        List.of(
            "alter table message add constraint message_seq check (seq is not null) not valid",
            "alter table message validate constraint message_seq",
            "alter table message alter column seq set not null",
            "alter table message drop constraint message_seq")) {
      execute(sql);
    }
  }

  private void execute(String sql) throws SQLException {
    long began = System.nanoTime();
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
    told.ran(sql + ", by hand", began, System.nanoTime());
  }

  private void fill() throws SQLException, InterruptedException {
    long last;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select max(id) from message")) {
      row.next();
      last = row.getLong(1);
    }
    try (PreparedStatement update =
        connection.prepareStatement(
            "update message set seq = id where id > ? and id <= ? and seq is null")) {
      for (long from = 0; from < last; from += BATCH) {
        update.setLong(1, from);
        update.setLong(2, from + BATCH);
        update.executeUpdate();
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
    }
  }
}
