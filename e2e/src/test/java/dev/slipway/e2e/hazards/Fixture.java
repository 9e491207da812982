package dev.slipway.e2e.hazards;

import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.ScriptStatement;
import dev.slipway.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Makes what a script names but nobody created: it is tried on databases of its own, and what the
 * server says is missing is made before it. Where nothing helps, the statement begins a script of
 * its own: such cases list alternatives.
 */
final class Fixture {

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final int MOST = 40;

  /** The statement works only in the database that it names. */
  private static final Pattern OWN_DATABASE =
      Pattern.compile(
          "(?i)\\breindex\\s+(?:\\([^)]*\\)\\s*)?database\\s+(?:concurrently\\s+)?(\\w+)");

  private final EmbeddedPostgres server;
  private final Dialect dialect;

  Fixture(EmbeddedPostgres server, Dialect dialect) {
    this.server = server;
    this.dialect = dialect;
  }

  /**
   * A script that runs, behind what it needs.
   *
   * @param sets what it needs
   * @param statements its statements; empty where the server refuses the first one
   * @param refusal why the server refuses what follows them; empty where nothing does
   * @param always whether it refuses that whatever is there
   */
  record Prepared(List<String> sets, List<String> statements, String refusal, boolean always) {}

  /** Not what is missing or there twice, but what is no statement at all (manual, Appendix A). */
  private static boolean isAlways(@Nullable String state) {
    return Set.of("42P17", "42P16", "25P01", "42601").contains(String.valueOf(state));
  }

  /**
   * A new database in which these ran.
   *
   * @param sets what ran
   * @param script what is going to run; a database that it names is this one
   */
  DatabaseUrl database(List<String> sets, List<String> script) throws SQLException {
    DatabaseUrl url = empty(script);
    try (Connection connection = dialect.connect(url, "test");
        Statement statement = connection.createStatement()) {
      for (String sql : sets) {
        statement.execute(sql);
      }
    }
    return url;
  }

  List<Prepared> prepare(List<String> before, List<ScriptStatement> script) throws SQLException {
    List<Prepared> all = new ArrayList<>();
    List<String> left = new ArrayList<>(script.stream().map(ScriptStatement::sql).toList());
    while (!left.isEmpty()) {
      Prepared next = first(before, left);
      all.add(next);
      left = left.subList(Math.max(1, next.statements().size()), left.size());
    }
    return all;
  }

  private Prepared first(List<String> before, List<String> statements) throws SQLException {
    List<String> sets = new ArrayList<>(before);
    for (int i = 0; i < MOST; i++) {
      Failure failure = attempt(sets, statements);
      if (failure == null) {
        return new Prepared(List.copyOf(sets), List.copyOf(statements), "", false);
      }
      String repair =
          failure.isOfSets()
              ? null
              : MissingObjects.repair(
                  failure.error(), failure.sql(), String.join(";\n", statements), sets);
      if (repair == null || sets.contains(repair)) {
        List<String> run = failure.isOfSets() ? List.of() : statements.subList(0, failure.at());
        return new Prepared(
            failure.isOfSets() ? List.copyOf(before) : List.copyOf(sets),
            List.copyOf(run),
            failure.sql() + ": " + failure.error().getMessage(),
            isAlways(failure.error().getSQLState()));
      }
      sets.add(repair);
    }
    return new Prepared(List.copyOf(before), List.of(), "too much is missing", false);
  }

  private record Failure(boolean isOfSets, int at, String sql, ServerErrorMessage error) {}

  private DatabaseUrl empty(List<String> script) throws SQLException {
    Matcher named = OWN_DATABASE.matcher(String.join(";\n", script));
    String name = named.find() ? named.group(1) : "lint_" + COUNT.incrementAndGet();
    try (Connection connection =
            dialect.connect(new DatabaseUrl(server.jdbcUrlWithPassword("postgres")), "test");
        Statement statement = connection.createStatement()) {
      statement.execute("drop database if exists " + name + " with (force)");
    }
    server.createDatabase(name);
    return new DatabaseUrl(server.jdbcUrlWithPassword(name));
  }

  private @Nullable Failure attempt(List<String> sets, List<String> statements)
      throws SQLException {
    DatabaseUrl url = empty(statements);
    boolean isOfSets = true;
    int at = 0;
    String running = "";
    try (Connection connection = dialect.connect(url, "test");
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (String sql : sets) {
        running = sql;
        statement.execute(sql);
      }
      isOfSets = false;
      for (String sql : statements) {
        running = sql;
        // What may be missing is made all the same, so that there is something to judge.
        statement.execute(sql.replaceFirst("(?i)^(drop index.*) if exists", "$1"));
        at++;
      }
      return null;
    } catch (PSQLException e) {
      ServerErrorMessage error = e.getServerErrorMessage();
      if (error == null) {
        throw e;
      }
      return new Failure(isOfSets, at, running, error);
    }
  }
}
