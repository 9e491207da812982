package dev.slipway.proof;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.Scope;
import dev.slipway.error.SlipwayException;
import dev.slipway.migration.Executor;
import dev.slipway.migration.ExecutorOptions;
import dev.slipway.migration.History;
import dev.slipway.migration.Manifest;
import dev.slipway.migration.MigrationError;
import dev.slipway.migration.MigrationFolder;
import dev.slipway.migration.MigrationName;
import dev.slipway.migration.PlanScript;
import dev.slipway.migration.RowChecker;
import dev.slipway.migration.RowFinding;
import dev.slipway.migration.Target;
import dev.slipway.migration.ToolVersion;
import dev.slipway.pgdump.Agreement;
import dev.slipway.pgdump.DumpObserver;
import dev.slipway.plan.Plan;
import dev.slipway.plan.Reverse;
import dev.slipway.plan.Step;
import dev.slipway.planner.DeclaredRename;
import dev.slipway.planner.Desired;
import dev.slipway.planner.PlannerError;
import dev.slipway.planner.SchemaPlanner;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One change proved on a database, forth and back, as a user would carry it out: planned, written
 * as a migration, run by the executor, and taken back.
 *
 * <p>After the way forth the database must be what the other one is, for pg_dump and for the
 * catalog, and a second plan must be empty; after the way back it must be what it was. Rows must be
 * there before and after. Not thread-safe, since its planner is not.
 */
public final class RoundTrip {

  private static final String NAME = "round trip";
  private static final String PURPOSE = "prove";
  private static final Duration ROW_CHECK_TIMEOUT = Duration.ofSeconds(30);

  /** Rows of the database stand against the change; nothing ran. */
  private static final String ROWS_VIOLATE = "ROWS_VIOLATE";

  private final Dialect dialect;
  private final SchemaPlanner planner;
  private final Scope scope;
  private final @Nullable DumpObserver observer;

  /**
   * @param dialect the engine
   * @param planner plans; its shadow is of the same version
   * @param scope what catalogs leave out
   * @param observer says what pg_dump says; null where no pg_dump may speak
   */
  public RoundTrip(
      Dialect dialect, SchemaPlanner planner, Scope scope, @Nullable DumpObserver observer) {
    this.dialect = dialect;
    this.planner = planner;
    this.scope = scope;
    this.observer = observer;
  }

  /**
   * Looks at a database.
   *
   * @throws SlipwayException when it holds what the catalog does not model
   */
  public Sight look(DatabaseUrl url) {
    try (Connection connection = dialect.connect(url, PURPOSE)) {
      return new Sight(
          url, dialect.introspect(connection, scope), observer == null ? null : observer.look(url));
    } catch (SQLException e) {
      throw new IllegalStateException("closing a connection failed", e);
    }
  }

  /**
   * Turns one database into what another is, and back.
   *
   * @param from the database that is changed, as it was seen
   * @param to what it shall become
   * @param renames what had another name before
   * @param folder an empty folder for the migration
   */
  public Verdict run(Sight from, Sight to, List<DeclaredRename> renames, Path folder) {
    Written written;
    try {
      Plan plan = planner.plan(from.catalog(), new Desired(to.catalog(), renames));
      written = plan.isEmpty() ? null : write(plan, to.catalog(), folder);
    } catch (RuntimeException e) {
      return isRefusal(e) ? refused((SlipwayException) e) : wrong(Verdict.Stage.PLAN, e, "");
    }
    if (written == null) {
      return unchanged(from, to);
    }
    try (Connection connection = dialect.connect(from.url(), PURPOSE)) {
      return forthAndBack(from, to, written, connection);
    } catch (SQLException e) {
      throw new IllegalStateException("reading rows failed", e);
    }
  }

  /** What was written as a migration. */
  private record Written(Plan plan, String name, History history, String up, String down) {
    String texts() {
      return "-- up.sql\n" + up + "\n-- down.sql\n" + down;
    }
  }

  private Written write(Plan plan, Catalog after, Path path) {
    var folder = new MigrationFolder(path, dialect);
    MigrationName name = MigrationName.next(Clock.systemUTC(), NAME, List.of());
    var manifest =
        new Manifest(
            List.of(), plan.from(), plan.to(), List.of(), List.of(), ToolVersion.current());
    String up = PlanScript.up(plan);
    String down = PlanScript.down(plan);
    folder.write(name, new MigrationFolder.Draft(up, down, manifest, after)).readCatalog();
    return new Written(plan, name.toString(), folder.history(), up, down);
  }

  private Verdict unchanged(Sight from, Sight to) {
    Agreement agreement =
        observer == null || from.dump() == null || to.dump() == null
            ? null
            : observer.compare(to.dump(), from.dump());
    return agreement == null || agreement.agrees()
        ? converged(agreement)
        : differs(Verdict.Stage.DUMP, agreement, "-- the plan is empty\n");
  }

  private Verdict forthAndBack(Sight from, Sight to, Written written, Connection connection)
      throws SQLException {
    var executor = new Executor(Target.at(dialect, from.url()), ExecutorOptions.defaults());
    Verdict.Stage stage = Verdict.Stage.UP;
    Agreement forth = null;
    try {
      Rows before = Rows.read(connection);
      List<RowFinding> findings =
          new RowChecker(dialect, ROW_CHECK_TIMEOUT)
              .check(connection, written.plan().checks().toList());
      if (!findings.isEmpty()) {
        RowFinding first = findings.get(0);
        return new Verdict.Refused(
            ROWS_VIOLATE, first.check().demand() + ": violated " + first.count() + " times");
      }
      executor.migrate(written.history(), null);
      stage = Verdict.Stage.DUMP;
      forth = agreement(from.url(), to);
      if (forth != null && !forth.agrees()) {
        return differs(stage, forth, written.texts());
      }
      stage = Verdict.Stage.SECOND_PLAN;
      Plan second = further(connection, to);
      if (!second.isEmpty()) {
        return notEmpty(stage, second, written);
      }
      stage = Verdict.Stage.ROWS;
      Rows after = Rows.read(connection);
      String lost = before.changes(after, lost(written.plan()));
      if (!lost.isEmpty()) {
        return new Verdict.Wrong(stage, lost, written.texts());
      }
      stage = Verdict.Stage.DOWN;
      executor.rollback(written.history(), Executor.BEGINNING, Set.of(written.name()));
      stage = Verdict.Stage.DUMP_BACK;
      Agreement back = agreement(from.url(), from);
      if (back != null && !back.agrees()) {
        return differs(stage, back, written.texts());
      }
      stage = Verdict.Stage.CATALOG_BACK;
      Plan third = further(connection, from);
      if (!third.isEmpty()) {
        return notEmpty(stage, third, written);
      }
      stage = Verdict.Stage.ROWS_BACK;
      String gone = before.presentIn(after).changes(Rows.read(connection), lost(written.plan()));
      return gone.isEmpty() ? converged(forth) : new Verdict.Wrong(stage, gone, written.texts());
    } catch (RuntimeException e) {
      if (e instanceof SlipwayException known && known.code() == MigrationError.LEDGER_FORBIDDEN) {
        return refused(known);
      }
      return stage == Verdict.Stage.DOWN && isRefusedByRows(e) && !lost(written.plan()).isEmpty()
          ? converged(forth)
          : wrong(stage, e, written.texts());
    }
  }

  /**
   * The way back of what loses data restores the structure alone: a column that must not be null
   * can't come back over rows, and the executor says so (SQLSTATE class 23, manual, Appendix A).
   */
  private static boolean isRefusedByRows(RuntimeException e) {
    return String.valueOf(e.getMessage()).contains("(SQLSTATE 23");
  }

  private static Set<ObjectId> lost(Plan plan) {
    return plan.steps().stream()
        .filter(step -> step.reverse() instanceof Reverse.Irreversible)
        .map(Step::object)
        .collect(Collectors.toSet());
  }

  private @Nullable Agreement agreement(DatabaseUrl url, Sight expected) {
    return observer == null || expected.dump() == null
        ? null
        : observer.compare(expected.dump(), observer.look(url));
  }

  private Plan further(Connection connection, Sight expected) {
    return planner.plan(dialect.introspect(connection, scope), Desired.of(expected.catalog()));
  }

  private static Verdict notEmpty(Verdict.Stage stage, Plan further, Written written) {
    String ids =
        further.changes().stream()
            .map(change -> change.getClass().getSimpleName() + " " + change.id())
            .collect(Collectors.joining(", "));
    return new Verdict.Wrong(
        stage, "a further plan is not empty: " + ids, PlanScript.up(further) + written.texts());
  }

  /** A refusal names what is not possible; a failed proof would be a defect. */
  public static boolean isRefusal(RuntimeException e) {
    return e instanceof SlipwayException known
        && known.code() != PlannerError.PROOF_FAILED
        && known.code() != PlannerError.PROOF_STEP_FAILED;
  }

  private static Verdict refused(SlipwayException e) {
    return new Verdict.Refused(e.code().name(), e.what());
  }

  private static Verdict converged(@Nullable Agreement agreement) {
    return new Verdict.Converged(
        agreement != null && agreement.degree() == Agreement.Degree.SAME_BUT_COLUMN_ORDER);
  }

  private static Verdict differs(Verdict.Stage stage, Agreement agreement, String texts) {
    return new Verdict.Wrong(
        stage, String.join(", ", agreement.titles()), agreement.text() + "\n" + texts);
  }

  private static Verdict wrong(Verdict.Stage stage, RuntimeException e, String texts) {
    String message = String.valueOf(e.getMessage());
    String code = e instanceof SlipwayException known ? known.code().name() : e.toString();
    return new Verdict.Wrong(
        stage, code + ": " + message.lines().findFirst().orElse(""), message + "\n\n" + texts);
  }
}
