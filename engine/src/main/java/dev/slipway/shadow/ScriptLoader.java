package dev.slipway.shadow;

import dev.slipway.dialect.Script;
import dev.slipway.dialect.ScriptStatement;
import dev.slipway.dialect.Watcher;
import dev.slipway.error.SlipwayException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Loads scripts into a shadow in an order found by trying, not by parsing: each script keeps the
 * order of its own statements, and one whose next statement lacks something waits for the others.
 *
 * <p>A role that a statement names is created when the server does not know it, since roles belong
 * to the server and not to the database. Everything is one transaction: a definition that is
 * refused leaves nothing.
 */
public final class ScriptLoader {

  /** How many characters. */
  private static final int TOGETHER = 20_000;

  private static final String LOADING = "loading the definition";

  private final Connection connection;

  private final boolean comparesRoles;

  /** Where roles are compared, a script may yet create the one that another needs. */
  private boolean makesRoles;

  private final Set<String> made = new HashSet<>();

  private final Watcher watcher;

  private ScriptLoader(Connection connection, boolean comparesRoles, Watcher watcher) {
    this.connection = connection;
    this.comparesRoles = comparesRoles;
    this.watcher = watcher;
    this.makesRoles = !comparesRoles;
  }

  /**
   * Loads scripts.
   *
   * @param connection a connection to the shadow; a transaction that is open stays open
   * @param scripts the scripts, in the order in which they are tried
   * @throws SlipwayException when a statement is refused whatever was loaded before it, with its
   *     place, its text and the server's words
   */
  public static void load(Connection connection, List<Script> scripts) {
    load(connection, scripts, /* comparesRoles= */ false, Watcher.NOBODY);
  }

  /**
   * Loads scripts; see {@link #load(Connection, List)}.
   *
   * @param comparesRoles whether a role that a statement names is created only when no script
   *     creates it
   * @param watcher who is told how many scripts are loaded
   */
  public static void load(
      Connection connection, List<Script> scripts, boolean comparesRoles, Watcher watcher) {
    try {
      if (!connection.getAutoCommit()) {
        new ScriptLoader(connection, comparesRoles, watcher).loadAll(scripts);
        return;
      }
      connection.setAutoCommit(false);
      try {
        new ScriptLoader(connection, comparesRoles, watcher).loadAll(scripts);
        connection.commit();
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new SlipwayException(
          ShadowError.SHADOW_FAILED,
          "The shadow server failed: " + e.getMessage(),
          "Run the command again.",
          e);
    }
  }

  private static final class Open {
    final Script script;
    int next;
    @Nullable SQLException refusal;

    Open(Script script) {
      this.script = script;
    }
  }

  private void loadAll(List<Script> scripts) throws SQLException {
    Deque<Open> open = new ArrayDeque<>();
    int tried = 0;
    for (List<Script> chunk : chunks(scripts)) {
      watcher.at(LOADING, tried, scripts.size());
      tried += chunk.size();
      if (!isLoadedTogether(chunk)) {
        for (Script script : chunk) {
          Open each = new Open(script);
          advance(each);
          if (each.next < script.statements().size()) {
            open.add(each);
          }
        }
      }
    }
    int refusedInARow = 0;
    while (!open.isEmpty() && refusedInARow < open.size()) {
      Open current = open.removeFirst();
      int before = current.next;
      advance(current);
      boolean isDone = current.next == current.script.statements().size();
      if (!isDone) {
        open.addLast(current);
      }
      watcher.at(LOADING, scripts.size() - open.size(), scripts.size());
      boolean isAdvanced = isDone || current.next > before;
      refusedInARow = isAdvanced ? 0 : refusedInARow + 1;
      if (refusedInARow == open.size() && !open.isEmpty() && !makesRoles) {
        makesRoles = true;
        refusedInARow = 0;
      }
    }
    if (!open.isEmpty()) {
      throw refused(new ArrayList<>(open));
    }
  }

  /** Runs of scripts that go to the server at once: a round trip for each takes longer. */
  private static List<List<Script>> chunks(List<Script> scripts) {
    List<List<Script>> chunks = new ArrayList<>();
    List<Script> chunk = new ArrayList<>();
    int size = 0;
    for (Script script : scripts) {
      chunk.add(script);
      size += script.statements().stream().mapToInt(each -> each.sql().length()).sum();
      if (size > TOGETHER) {
        chunks.add(chunk);
        chunk = new ArrayList<>();
        size = 0;
      }
    }
    chunks.add(chunk);
    return chunks;
  }

  /** Whether they could be loaded as they stand; otherwise nothing of them was. */
  private boolean isLoadedTogether(List<Script> chunk) throws SQLException {
    var all = new StringBuilder();
    for (Script script : chunk) {
      for (ScriptStatement statement : script.statements()) {
        all.append(statement.sql()).append("\n;\n");
      }
    }
    if (all.isEmpty()) {
      return true;
    }
    Savepoint savepoint = connection.setSavepoint();
    boolean isLoaded = execute(all.toString()) == null;
    if (!isLoaded) {
      connection.rollback(savepoint);
    }
    connection.releaseSavepoint(savepoint);
    return isLoaded;
  }

  private void advance(Open open) throws SQLException {
    List<ScriptStatement> statements = open.script.statements();
    while (open.next < statements.size()) {
      SQLException refusal = attempt(statements.get(open.next).sql());
      if (refusal != null) {
        open.refusal = refusal;
        return;
      }
      open.next++;
    }
  }

  private @Nullable SQLException attempt(String sql) throws SQLException {
    Savepoint savepoint = connection.setSavepoint();
    SQLException refusal = execute(sql);
    if (refusal == null) {
      connection.releaseSavepoint(savepoint);
      return null;
    }
    connection.rollback(savepoint);
    if (!comparesRoles && ShadowRoles.isThereAlready(refusal)) {
      // An earlier load on this server left it: where roles are not compared, that is as good.
      return null;
    }
    String role = ShadowRoles.missingRole(refusal);
    if (makesRoles && role != null && execute(ShadowRoles.creation(role)) == null) {
      makesRoles = !comparesRoles;
      made.add(role);
      return attempt(sql);
    }
    return refusal;
  }

  private @Nullable SQLException execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
      return null;
    } catch (SQLException e) {
      return e;
    }
  }

  /**
   * The statement that is most likely to blame: one whose refusal is not about something missing,
   * else the first.
   */
  private SlipwayException refused(List<Open> open) {
    Open first =
        open.stream()
            .filter(candidate -> !isAboutSomethingMissing(candidate.refusal))
            .findFirst()
            .orElse(open.get(0));
    ScriptStatement statement = first.script.statements().get(first.next);
    String place =
        first.script.origin() + (statement.line() > 0 ? ", line " + statement.line() : "");
    String others =
        open.size() == 1
            ? ""
            : "\n" + (open.size() - 1) + " more could not be loaded, perhaps because of it.";
    return new SlipwayException(
        ShadowError.DEFINITION_REFUSED,
        "The database refuses "
            + place
            + ": "
            + message(first.refusal)
            + "\n"
            + statement.sql().strip()
            + others,
        createsRoleTooLate(first.refusal)
            ? "Create the role before what names it: a role that is named and not yet created"
                + " counts as one that is there in every environment."
            : "Mend the definition there; it was tried after everything else that could be loaded.",
        first.refusal);
  }

  private boolean createsRoleTooLate(@Nullable SQLException refusal) {
    return refusal != null
        && Prelude.DUPLICATE_OBJECT.equals(refusal.getSQLState())
        && made.stream().anyMatch(role -> message(refusal).contains("role \"" + role + "\""));
  }

  private static String message(@Nullable SQLException refusal) {
    return refusal == null ? "no reason given" : String.valueOf(refusal.getMessage());
  }

  /** SQLSTATE classes 42 (undefined …) and 3F (no such schema), PostgreSQL manual, Appendix A. */
  private static boolean isAboutSomethingMissing(@Nullable SQLException refusal) {
    String state = refusal == null ? "" : String.valueOf(refusal.getSQLState());
    return List.of("42P01", "42883", "42704", "42703", "3F000", "42P02").contains(state);
  }
}
