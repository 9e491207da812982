package dev.slipway.workspace;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Engine;
import dev.slipway.dialect.Dialect;
import dev.slipway.diff.Change;
import dev.slipway.error.SlipwayException;
import dev.slipway.migration.Executor;
import dev.slipway.migration.History;
import dev.slipway.migration.Migration;
import dev.slipway.planner.SchemaPlanner;
import dev.slipway.sample.SeenRows.Difference;
import dev.slipway.sample.Style;
import dev.slipway.sample.Unfilled;
import dev.slipway.shadow.Shadow;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Takes each migration of a history forth, back and forth over generated rows. The history is known
 * to lead there and back without any: so whatever fails here is the rows' doing.
 */
final class RowProof {

  /** How rows are made for a migration that refuses those it was tried with, one after another. */
  private static final List<Style> LATER = List.of(Style.DIGITS, Style.SPARSE);

  /** Each needs a database of its own. */
  private static final int MOST_DATABASES = 40;

  private final Dialect dialect;
  private final Shadow shadow;
  private final SchemaPlanner planner;
  private final History history;
  private final List<Migration> migrations;
  private final List<Finding> findings = new ArrayList<>();
  private final Set<ProvedRows.Unproved> unproved = new LinkedHashSet<>();
  private final Set<String> unfilled = new TreeSet<>();
  private final Set<String> held = new TreeSet<>();
  private long rows;
  private int databases;

  RowProof(Dialect dialect, Shadow shadow, SchemaPlanner planner, History history) {
    this.dialect = dialect;
    this.shadow = shadow;
    this.planner = planner;
    this.history = history;
    this.migrations = history.migrations();
  }

  /** What is wrong; empty before {@link #prove}. */
  List<Finding> findings() {
    return findings;
  }

  ProvedRows prove() {
    try {
      proveAll();
    } catch (SQLException e) {
      throw new IllegalStateException("looking at rows of a throw-away database failed", e);
    }
    return new ProvedRows(held.size(), rows, List.copyOf(unproved));
  }

  private void proveAll() throws SQLException {
    ShadowRows place = open(0, Style.WORDS);
    try {
      for (int i = 0; i < migrations.size(); i++) {
        shadow.watcher().at("proving the migrations with rows", i, migrations.size());
        Outcome outcome = attempt(place, i);
        String first = outcome instanceof Outcome.Refused(String reason) ? reason : "";
        for (int next = 0; outcome instanceof Outcome.Refused && next < LATER.size(); next++) {
          place = reopen(place, i, LATER.get(next));
          outcome = attempt(place, i);
        }
        if (outcome instanceof Outcome.Found) {
          return;
        }
        if (outcome instanceof Outcome.Refused) {
          tell(migrations.get(i), null, "It refuses generated rows: " + first);
        }
        if (!(outcome instanceof Outcome.Done)) {
          place = reopen(place, i + 1, Style.WORDS);
        }
        if (databases > MOST_DATABASES && i + 1 < migrations.size()) {
          tell(
              migrations.get(i + 1),
              null,
              "It and those behind it were not tried with rows: "
                  + "too many before it refuse them.");
          return;
        }
      }
    } finally {
      close(place);
    }
  }

  private ShadowRows open(int applied, Style style) throws SQLException {
    databases++;
    return ShadowRows.at(dialect, shadow, history, applied, style);
  }

  private ShadowRows reopen(ShadowRows place, int applied, Style style) throws SQLException {
    close(place);
    return open(applied, style);
  }

  private void close(ShadowRows place) {
    rows += place.made();
    place.close();
  }

  /** What came of one migration. */
  private sealed interface Outcome {
    /** It was taken forth, back and forth. */
    record Done() implements Outcome {}

    /** Something is wrong with it. */
    record Found() implements Outcome {}

    /** It does not take the rows; what is there now is of no use. */
    record Refused(String reason) implements Outcome {}

    /** Its way back loses rows, and says so; what is there now is of no use. */
    record Lost() implements Outcome {}
  }

  private Outcome attempt(ShadowRows place, int number) throws SQLException {
    Migration migration = migrations.get(number);
    fill(place, migration);
    String demand = place.fit(migration);
    if (demand != null) {
      return new Outcome.Refused("they don't fulfil that " + demand + ".");
    }
    held.addAll(place.held());
    int before = place.now();
    try {
      place.forth(migration);
    } catch (SlipwayException e) {
      return new Outcome.Refused(firstLine(e));
    }
    if (number == 0 && place.held().isEmpty()) {
      place.look();
      return new Outcome.Done();
    }
    return back(place, number, before);
  }

  private Outcome back(ShadowRows place, int number, int before) throws SQLException {
    Migration migration = migrations.get(number);
    boolean isLoss = !migration.irreversible().isEmpty();
    int after = place.seen().look();
    try {
      taken(place, number);
    } catch (SlipwayException e) {
      return isLoss ? lost(migration, firstLine(e)) : found("down-fails", migration, e);
    }
    List<Change> changes = changes(place, number);
    if (!changes.isEmpty()) {
      findings.add(elsewhere(migration, Differences.shown(changes)));
      return new Outcome.Found();
    }
    int again = place.seen().look();
    List<Difference> gone = place.seen().differences(before, again);
    if (!gone.isEmpty()) {
      if (isLoss) {
        gone.forEach(each -> tell(migration, each.table(), "Taken back, " + shown(each) + "."));
        return new Outcome.Lost();
      }
      findings.add(notRestored(migration, gone));
      return new Outcome.Found();
    }
    place.seen().forget(again);
    try {
      place.forth(migration);
    } catch (SlipwayException e) {
      return found("up-fails", migration, e);
    }
    place.look();
    List<Difference> others = place.seen().differences(after, place.now());
    place.seen().forget(after);
    return others.isEmpty() ? new Outcome.Done() : fresh(place, number, others);
  }

  /**
   * What is made of the clock, chance or a sequence differs each time. So the migration is taken
   * forth once more: what is then the same as the last time should have been so before.
   */
  private Outcome fresh(ShadowRows place, int number, List<Difference> others) throws SQLException {
    Migration migration = migrations.get(number);
    int second = place.seen().look();
    Set<String> fresh = new TreeSet<>();
    try {
      for (int i = 0; i < 2; i++) {
        taken(place, number);
        place.forth(migration);
        place.look();
        place.seen().differences(second, place.now()).stream()
            .filter(each -> each.gone() == each.come())
            .forEach(each -> fresh.add(each.table()));
      }
    } catch (SlipwayException e) {
      return found("up-fails", migration, e);
    }
    place.seen().forget(second);
    List<Difference> wrong = others.stream().filter(each -> !fresh.contains(each.table())).toList();
    if (!wrong.isEmpty()) {
      findings.add(otherAgain(migration, wrong));
      return new Outcome.Found();
    }
    others.forEach(each ->
        tell(
            migration,
            each.table(),
            "What it writes there is another each time it runs, so a second run was not"
                + " compared."));
    return new Outcome.Done();
  }

  private void fill(ShadowRows place, Migration migration) throws SQLException {
    for (Unfilled table : place.fill()) {
      if (unfilled.add(table.table())) {
        tell(migration, table.table(), "No rows could be generated for it: " + table.reason());
      }
    }
  }

  private void tell(Migration migration, @Nullable String table, String reason) {
    unproved.add(new ProvedRows.Unproved(migration.name(), table, reason));
  }

  private void taken(ShadowRows place, int number) {
    String to = number == 0 ? Executor.BEGINNING : migrations.get(number - 1).name();
    place
        .runs()
        .run(executor -> executor.rollback(history, to, Set.of(migrations.get(number).name())));
  }

  private List<Change> changes(ShadowRows place, int number) {
    Catalog expected =
        number == 0 ? Catalog.empty(Engine.POSTGRESQL) : migrations.get(number - 1).readCatalog();
    Catalog actual = dialect.introspect(place.database().connection(), shadow.scope());
    return actual.equals(expected) ? List.of() : planner.differences(expected, actual);
  }

  private Outcome lost(Migration migration, String reason) {
    tell(migration, null, "Its way back, which loses data, refuses generated rows: " + reason);
    return new Outcome.Lost();
  }

  private static String firstLine(SlipwayException refusal) {
    return refusal.what().lines().findFirst().orElse("");
  }

  private Outcome found(String code, Migration migration, SlipwayException refusal) {
    boolean isBack = code.equals("down-fails");
    findings.add(
        new Finding(
            code,
            (isBack ? "Taking " + migration.name() + " back" : "Replaying " + migration.name())
                + " fails on generated rows"
                + (isBack ? ". " : ", after it was taken back. ")
                + refusal.what(),
            "Mend the script; without rows it does what it should.",
            isBack ? migration.down().file() : migration.up().file(),
            Finding.of(refusal).line()));
    return new Outcome.Found();
  }

  private static Finding elsewhere(Migration migration, String differences) {
    return new Finding(
        "way-back-leads-elsewhere",
        "After "
            + migration.down().file()
            + " the catalog is not what it was before the migration, where tables have rows: "
            + differences
            + ".",
        "Mend down.sql so that it takes back all that up.sql does.",
        migration.down().file(),
        null);
  }

  private static Finding notRestored(Migration migration, List<Difference> gone) {
    return new Finding(
        "rows-not-restored",
        "After "
            + migration.down().file()
            + " rows are not what they were before the migration: "
            + shown(gone)
            + ".",
        "Mend down.sql so that it brings back what up.sql takes, or say there what is lost: \"--"
            + " slipway: irreversible: REASON\".",
        migration.down().file(),
        null);
  }

  private static Finding otherAgain(Migration migration, List<Difference> others) {
    return new Finding(
        "rows-differ-again",
        "Taken forth a second time, "
            + migration.up().file()
            + " makes other rows than the first time: "
            + shown(others)
            + ".",
        "Mend down.sql so that it leaves nothing behind that up.sql goes by.",
        migration.up().file(),
        null);
  }

  private static String shown(List<Difference> differences) {
    return String.join(
        "; ",
        differences.stream().limit(5).map(each -> each.table() + ": " + shown(each)).toList());
  }

  private static String shown(Difference difference) {
    String key =
        difference.sample().length() <= 80
            ? difference.sample()
            : difference.sample().substring(0, 80) + "…";
    return rows(difference.gone())
        + " not as before, "
        + rows(difference.come())
        + " not there before, such as that with "
        + key;
  }

  private static String rows(long count) {
    return count == 1 ? "1 row" : count + " rows";
  }
}
