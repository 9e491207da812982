package dev.slipway.postgres;

import dev.slipway.dialect.Effect;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * What {@code detach partition … concurrently} leaves: the partition, no partition, or one that is
 * about to go and must be finished (manual, ALTER TABLE, DETACH PARTITION).
 *
 * @param parent the partitioned table's name
 * @param partition the partition's name
 */
record DetachTraces(String parent, String partition) implements PostgresLoneStatements.Traces {

  private static final String STATE =
      """
      select case when i.inhdetachpending then 'pending' else 'attached' end
        from pg_catalog.pg_inherits i
       where i.inhparent = pg_catalog.to_regclass(?) and i.inhrelid = pg_catalog.to_regclass(?)
      """;

  /** The statement's words. */
  static DetachTraces of(Words words) {
    Words table = words.from(2).without("if", "exists").without("only").before("detach");
    Words partition = words.from(words.list().indexOf("partition") + 1).before("concurrently");
    return new DetachTraces(table.name(), partition.name());
  }

  @Override
  public String before(Connection connection) throws SQLException {
    return TraceQuery.value(connection, STATE, parent, partition);
  }

  @Override
  public Effect effect(Connection connection, String mark) throws SQLException {
    return switch (before(connection)) {
      case "pending" -> {
        TraceQuery.run(
            connection, "alter table " + parent + " detach partition " + partition + " finalize");
        yield Effect.WHOLE;
      }
      case "attached" -> Effect.NONE;
      default -> mark.isEmpty() ? Effect.NONE : Effect.WHOLE;
    };
  }
}
