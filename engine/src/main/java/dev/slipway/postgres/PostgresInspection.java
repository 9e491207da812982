package dev.slipway.postgres;

import dev.slipway.dialect.Explained;
import dev.slipway.dialect.Inspection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Verifies within read-only transactions (manual, SET TRANSACTION). */
final class PostgresInspection implements Inspection {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private static final String INVALID =
      """
      select pg_catalog.format('index %I.%I is not valid', n.nspname, c.relname)
        from pg_catalog.pg_index i
        join pg_catalog.pg_class c on c.oid = i.indexrelid
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       where not (i.indisvalid and i.indisready and i.indislive)
         and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
       order by 1
      """;

  @Override
  public void begin(Connection connection, Duration limit) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "set transaction read only; set local statement_timeout = " + limit.toMillis());
    }
  }

  @Override
  public void act(Connection connection, @Nullable String role, @Nullable String claims)
      throws SQLException {
    if (claims != null) {
      set(connection, "request.jwt.claims", claims);
    }
    if (role != null) {
      set(connection, "role", role);
    }
  }

  private static void set(Connection connection, String name, String value) throws SQLException {
    try (PreparedStatement set =
        connection.prepareStatement("select pg_catalog.set_config(?, ?, true)")) {
      set.setString(1, name);
      set.setString(2, value);
      set.execute();
    }
  }

  /** The times are milliseconds. */
  @Override
  public Explained explain(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      try (ResultSet row =
          statement.executeQuery("explain (analyze, verbose, format json) " + query)) {
        row.next();
        JsonNode plan = MAPPER.readTree(row.getString(1)).get(0);
        Set<String> indexes = new HashSet<>();
        Set<String> scanned = new HashSet<>();
        collect(plan.path("Plan"), indexes, scanned);
        double millis =
            plan.path("Planning Time").asDouble(0) + plan.path("Execution Time").asDouble(0);
        return new Explained(indexes, scanned, Duration.ofNanos(Math.round(millis * 1_000_000)));
      }
    }
  }

  /** A part that was never reached read nothing. */
  private static void collect(JsonNode node, Set<String> indexes, Set<String> scanned) {
    if (node.path("Actual Loops").asLong(1) > 0) {
      String index = node.path("Index Name").asString("");
      if (!index.isEmpty()) {
        indexes.add(index);
      }
      if (node.path("Node Type").asString("").equals("Seq Scan")) {
        scanned.add(
            node.path("Schema").asString("") + "." + node.path("Relation Name").asString(""));
      }
    }
    node.path("Plans").forEach(part -> collect(part, indexes, scanned));
  }

  @Override
  public List<String> invalid(Connection connection) throws SQLException {
    List<String> sentences = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(INVALID)) {
      while (rows.next()) {
        sentences.add(rows.getString(1));
      }
    }
    return sentences;
  }
}
