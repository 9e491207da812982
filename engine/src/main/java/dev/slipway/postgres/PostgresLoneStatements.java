package dev.slipway.postgres;

import dev.slipway.dialect.Effect;
import dev.slipway.dialect.LoneStatements;
import dev.slipway.dialect.ScriptStatement;
import java.sql.Connection;
import java.sql.SQLException;

/** What becomes of statements that PostgreSQL runs outside of transactions only. */
final class PostgresLoneStatements implements LoneStatements {

  /**
   * Concurrent builds hold SHARE UPDATE EXCLUSIVE alone, and wait for whole transactions (manual,
   * CREATE INDEX, Building Indexes Concurrently).
   */
  @Override
  public boolean isPatient(ScriptStatement statement) {
    Words words = Words.of(statement.sql());
    return switch (words.at(0)) {
      case "create", "drop", "alter", "reindex" -> words.has("concurrently");
      case "vacuum" -> !words.has("full");
      default -> false;
    };
  }

  @Override
  public String before(Connection connection, ScriptStatement statement) throws SQLException {
    return traces(statement).before(connection);
  }

  @Override
  public Effect effect(Connection connection, ScriptStatement statement, String mark)
      throws SQLException {
    return traces(statement).effect(connection, mark);
  }

  /** What one kind of statement leaves in the catalog. */
  interface Traces {
    /** Running it again does no harm. */
    Traces REPEATABLE =
        new Traces() {
          @Override
          public String before(Connection connection) {
            return "";
          }

          @Override
          public Effect effect(Connection connection, String mark) {
            return Effect.NONE;
          }
        };

    /** It commits by itself, and nobody knows what. */
    Traces NOBODY_KNOWS =
        new Traces() {
          @Override
          public String before(Connection connection) {
            return "";
          }

          @Override
          public Effect effect(Connection connection, String mark) {
            return Effect.UNKNOWN;
          }
        };

    String before(Connection connection) throws SQLException;

    Effect effect(Connection connection, String mark) throws SQLException;
  }

  private static Traces traces(ScriptStatement statement) {
    Words all = Words.of(statement.sql());
    Words words = Words.outsideParentheses(statement.sql());
    return switch (words.at(0)) {
      case "create" ->
          all.has("concurrently")
              ? IndexTraces.ofCreate(words)
              : ObjectTraces.of(words.at(1), words.from(2), true);
      case "drop" ->
          words.at(1).equals("index")
              ? ObjectTraces.of("index", words.from(2).without("concurrently"), false)
              : ObjectTraces.of(words.at(1), words.from(2), false);
      case "alter" ->
          words.has("detach") && words.has("concurrently")
              ? DetachTraces.of(words)
              : Traces.REPEATABLE;
      case "reindex" -> all.has("concurrently") ? new ReindexTraces() : Traces.REPEATABLE;
      case "vacuum", "cluster" -> Traces.REPEATABLE;
      default -> Traces.NOBODY_KNOWS;
    };
  }
}
