package dev.slipway.migration;

import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.Run;
import dev.slipway.dialect.ScriptStatement;
import dev.slipway.plan.Statement;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What runs whole: a migration's way forth or back, or statements that no migration holds.
 *
 * @param name the migration's name, or what the statements are called
 * @param direction what it does
 * @param statements the statements in their order
 * @param script the script they are from; null when they are from none
 * @param alone the statements, from 0, of which it is known that no transaction may hold them
 * @param parking by which the copies of rows are known that its statements take; null where none
 *     are copied
 */
record Part(
    String name,
    Run.Direction direction,
    List<ScriptStatement> statements,
    @Nullable MigrationScript script,
    Set<Integer> alone,
    @Nullable String parking) {

  /** What was generated takes rows nowhere but in columns that its way back drops. */
  static Part up(Migration migration) {
    return new Part(
        migration.name(),
        Run.Direction.UP,
        migration.up().statements(),
        migration.up(),
        Set.of(),
        migration.isAsGenerated() ? null : MigrationName.label(migration.name()));
  }

  /** Rows that have no value of a parked column get one before it must have one again. */
  static Part down(Migration migration, Dialect dialect) {
    List<ScriptStatement> statements = new ArrayList<>();
    for (RestoredColumn restored : migration.down().restored()) {
      ObjectId place = restored.part().column();
      if (place != null) {
        String sql = dialect.parkedStore().restore(place, restored.expression()).sql();
        statements.add(new ScriptStatement(sql, 1, 0));
      }
    }
    statements.addAll(migration.down().statements());
    return new Part(
        migration.name(), Run.Direction.DOWN, statements, migration.down(), Set.of(), null);
  }

  static Part direct(String name, List<Statement> statements) {
    return new Part(
        name,
        Run.Direction.DIRECT,
        statements.stream().map(statement -> new ScriptStatement(statement.sql(), 1, 0)).toList(),
        null,
        IntStream.range(0, statements.size())
            .filter(i -> !statements.get(i).transactional())
            .boxed()
            .collect(Collectors.toSet()),
        null);
  }

  /** By which the copies of rows are known that a statement takes; null where none are copied. */
  @Nullable String label(int number) {
    return script == null || script.unparked().contains(inScript(script, number)) ? null : parking;
  }

  /** Whether the ledger remembers how far it is, so that a later run can go on. */
  boolean isMigration() {
    return direction != Run.Direction.DIRECT;
  }

  /** How long a statement may take by what its script says; null when it says nothing. */
  @Nullable Duration timeout(int number) {
    return script == null ? null : script.timeouts().get(inScript(script, number));
  }

  /** How a statement runs in batches; null when it runs at once. */
  @Nullable Backfill backfill(int number) {
    return script == null ? null : script.backfills().get(inScript(script, number));
  }

  /** What is done in Java with the rows of a statement; null when it changes them itself. */
  @Nullable BatchWork work(int number) {
    Backfill backfill = backfill(number);
    return script == null || backfill == null || backfill.className() == null
        ? null
        : script.work(backfill.className());
  }

  /**
   * Finds whatever it does in Java.
   *
   * @throws dev.slipway.error.SlipwayException when a class is not there, or not of the kind
   */
  void requireWorks() {
    if (script != null && !script.backfills().isEmpty()) {
      IntStream.range(0, statements.size()).forEach(this::work);
    }
  }

  /** What is run before the script is in none. */
  private int inScript(MigrationScript of, int number) {
    return number - (statements.size() - of.statements().size());
  }

  /** The script's file; what it is called when it is in none. */
  String file() {
    return script == null ? name : script.file().toString();
  }

  /** A place in a statement, with the line it is on. */
  Place place(int number, int offset) {
    ScriptStatement statement = statements.get(number);
    int at = Math.min(offset, statement.sql().length());
    Excerpt excerpt =
        script == null
            ? Excerpt.of(statement.sql(), at)
            : Excerpt.of(script.text(), statement.offset() + at);
    String file =
        script == null ? "statement " + (number + 1) + " of " + name : script.file().toString();
    return new Place(
        file + ":" + excerpt.line() + ":" + excerpt.column(),
        excerpt.shown(),
        script == null ? null : script.file(),
        excerpt.line());
  }

  /**
   * Where something is.
   *
   * @param where file, line and column
   * @param shown the line with a caret under the column
   * @param script the script; null when it is in none
   * @param line the line, from 1
   */
  record Place(String where, String shown, @Nullable Path script, int line) {}
}
