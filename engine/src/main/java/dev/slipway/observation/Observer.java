package dev.slipway.observation;

import dev.slipway.catalog.Catalog;
import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.Observation;
import dev.slipway.dialect.Scope;
import dev.slipway.dialect.ScriptStatement;
import dev.slipway.dialect.Sight;
import dev.slipway.diff.Change;
import dev.slipway.hazard.HazardRules;
import dev.slipway.hazard.Impact;
import dev.slipway.migration.Witness;
import dev.slipway.plan.Footprint;
import dev.slipway.plan.Lock;
import dev.slipway.plan.RowChange;
import dev.slipway.plan.Trial;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Watches statements of migrations while the executor runs them on a shadow, and has them judged.
 * Start here to know what a script does without reading it.
 *
 * <p>Each migration is judged by itself: what was not there before it is new, and holds no rows
 * that anybody waits for. The catalog is read only after statements that wrote to the server's own.
 * Used once, by one thread.
 */
public final class Observer implements Witness {

  /** What the server remarks about a name of more than 63 bytes (SQLSTATE 42622). */
  private static final Pattern CUT =
      Pattern.compile("identifier \"(.*)\" will be truncated to \".*\"", Pattern.DOTALL);

  private final Dialect dialect;
  private final Scope scope;
  private final Set<Trial> trials;
  private final List<Observed> kept = new ArrayList<>();
  private final List<Observed> open = new ArrayList<>();
  private final List<String> cut = new ArrayList<>();

  /** What ran of the part, and how much of it before the open transaction. */
  private final List<ScriptStatement> earlier = new ArrayList<>();

  private int committed;

  private @Nullable Standing standing;
  private @Nullable Running running;

  /**
   * @param dialect the engine
   * @param scope what catalogs leave out
   */
  public Observer(Dialect dialect, Scope scope) {
    this(dialect, scope, Set.of());
  }

  private Observer(Dialect dialect, Scope scope, Set<Trial> trials) {
    this.dialect = dialect;
    this.scope = scope;
    this.trials = trials;
  }

  /**
   * One that also tries how each statement of a transaction would fare elsewhere: run twice, or
   * with another search_path. That matters to scripts that Slipway does not run itself.
   */
  public static Observer trying(Dialect dialect, Scope scope) {
    return new Observer(dialect, scope, EnumSet.allOf(Trial.class));
  }

  /**
   * What was seen, in the order in which it ran, without what the statements of the last script
   * left open and closed again.
   */
  public List<Observed> observed() {
    List<Observed> all = new ArrayList<>(kept);
    all.addAll(open);
    Standing last = standing;
    return last == null
        ? all
        : all.stream()
            .map(each -> each.part().equals(last.part()) ? each.until(last.seen().catalog()) : each)
            .toList();
  }

  /** A statement that runs. */
  private record Running(
      String part,
      ScriptStatement statement,
      boolean alone,
      Sight before,
      List<RowChange> rows,
      Set<Trial> failed) {}

  @Override
  public void began() {
    kept.addAll(open);
    open.clear();
    committed = earlier.size();
    if (standing != null) {
      standing = standing.committed();
    }
  }

  @Override
  public void tookBack() {
    open.clear();
    earlier.subList(committed, earlier.size()).clear();
    if (standing != null) {
      standing = standing.takenBack();
    }
  }

  @Override
  public void notice(String message) {
    Matcher name = CUT.matcher(message);
    if (name.matches()) {
      cut.add(name.group(1));
    }
  }

  @Override
  public void before(String part, int number, ScriptStatement statement, Connection connection)
      throws SQLException {
    Observation observation = dialect.observation();
    Sight sight = observation.look(connection);
    if (standing == null || !standing.part().equals(part)) {
      standing = Standing.at(part, sight, observation.read(connection, scope));
      earlier.clear();
      committed = 0;
    }
    cut.clear();
    observation.listen(connection);
    running =
        new Running(
            part,
            statement,
            connection.getAutoCommit(),
            sight,
            observation.rowChanges(connection, statement),
            failedBefore(connection, statement));
  }

  @Override
  public void after(int number, Connection connection) throws SQLException {
    Running ran = running;
    Standing before = standing;
    if (ran == null || before == null) {
      return;
    }
    Observation observation = dialect.observation();
    Sight sight = observation.look(connection);
    boolean isChanged = ran.alone() || sight.catalogWrites() != ran.before().catalogWrites();
    Standing now = isChanged ? before.after(observation.read(connection, scope)) : before;
    Set<Trial> failed = EnumSet.noneOf(Trial.class);
    failed.addAll(ran.failed());
    failed.addAll(failed(connection, ran.statement(), Trial.AGAIN));
    if (!earlier.isEmpty()
        && failed.contains(Trial.AGAIN)
        && !dialect.observation().fails(connection, earlier, ran.statement(), Trial.AGAIN)) {
      // What runs before it in a second run makes room for it.
      failed.remove(Trial.AGAIN);
    }
    earlier.add(ran.statement());
    List<Change> changes = Changes.between(before.seen(), now.seen());
    Footprint footprint =
        Footprints.between(
            ran.before(), sight, before, changes, ran.alone(), ran.rows(), cut, failed);
    Catalog known = before.known();
    var impact =
        new Impact(
            changes,
            known,
            now.seen().catalog(),
            Changes.losses(dialect.renderer(), changes, known),
            new Impact.Observed(footprint, before.begin(), before.held()),
            /* online= */ false);
    open.add(
        new Observed(
            ran.part(), number, ran.statement(), footprint, changes, HazardRules.assess(impact)));
    List<Lock> held = new ArrayList<>(before.held());
    held.addAll(footprint.locks());
    standing = now.holding(held);
    running = null;
  }

  private Set<Trial> failedBefore(Connection connection, ScriptStatement statement)
      throws SQLException {
    Set<Trial> failed = EnumSet.noneOf(Trial.class);
    failed.addAll(failed(connection, statement, Trial.WITHOUT_SEARCH_PATH));
    failed.addAll(failed(connection, statement, Trial.WITHOUT_END));
    return failed;
  }

  private Set<Trial> failed(Connection connection, ScriptStatement statement, Trial trial)
      throws SQLException {
    return trials.contains(trial)
            && dialect.observation().fails(connection, List.of(), statement, trial)
        ? Set.of(trial)
        : Set.of();
  }
}
