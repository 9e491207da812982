package dev.slipway.datamigration;

import dev.slipway.error.SlipwayException;
import dev.slipway.migration.MigrationError;
import dev.slipway.schema.Seed;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * A class that writes the rows of a seed.
 *
 * @param seed an object of it
 * @param hash the SHA-256 of its own class file
 */
public record SeedClass(Seed seed, String hash) {

  /**
   * Runs it within a transaction that is open.
   *
   * @param connection the transaction's connection, which the class can't end it by
   * @param environment what it is told
   * @throws SlipwayException when it fails
   */
  public void run(Connection connection, String environment) throws SQLException {
    HandedRows.quiet();
    Savepoint begin = connection.setSavepoint();
    try {
      seed.seed(
          DSL.using(OpenTransaction.of(connection), SQLDialect.POSTGRES)
              .configuration()
              .derive(OpenTransaction.PROVIDER)
              .dsl(),
          environment);
    } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
      throw new SlipwayException(
          MigrationError.SEED_CLASS,
          "The class " + seed.getClass().getName() + " failed: " + e + ".",
          "Mend it, then run the command again. Nothing that it wrote stays.",
          e);
    }
    requireOpen(connection, begin);
  }

  /** Whoever ends the transaction by a statement of his own has no savepoint afterwards. */
  private void requireOpen(Connection connection, Savepoint begin) {
    try {
      connection.releaseSavepoint(begin);
    } catch (SQLException e) {
      throw new SlipwayException(
          MigrationError.SEED_CLASS,
          "The class "
              + seed.getClass().getName()
              + " ended the transaction of its seed by a statement of its own; what it wrote before"
              + " that stays.",
          "Take commit and rollback out of it, then run the command again.",
          e);
    }
  }
}
