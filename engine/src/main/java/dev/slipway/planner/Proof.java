package dev.slipway.planner;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Conduct;
import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.ScriptStatement;
import dev.slipway.diff.Change;
import dev.slipway.diff.Differ;
import dev.slipway.diff.Spelling;
import dev.slipway.error.SlipwayException;
import dev.slipway.plan.Plan;
import dev.slipway.shadow.Shadow;
import dev.slipway.shadow.ShadowDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Proves a plan by a round trip on a shadow: load the old catalog, run the plan, compare with the
 * new one, run the way back, compare with the old one.
 */
final class Proof {

  private final Dialect dialect;
  private final Shadow shadow;

  Proof(Dialect dialect, Shadow shadow) {
    this.dialect = dialect;
    this.shadow = shadow;
  }

  Catalog prove(Plan plan, Catalog before, Catalog desired) {
    try (ShadowDatabase database = shadow.create()) {
      run(database, "creating the schema before", SchemaPlanner.creation(dialect, before));
      Catalog start = read(database);
      demandSame("the catalog before, created anew,", start, before);
      run(database, "proving the plan", plan.up());
      Catalog end = read(database);
      demandSame("the plan", end, desired);
      run(database, "proving the way back", plan.down());
      demandSame("the way back", read(database), start);
      return end;
    }
  }

  private void run(ShadowDatabase database, String what, List<String> statements) {
    shadow.watcher().at(what, 0, statements.size());
    int done = 0;
    for (List<String> together : transactions(statements)) {
      int begun = done;
      if (together.size() == 1 && isAlone(together.getFirst())) {
        Sql.runAlone(database.connection(), together.getFirst());
      } else {
        Sql.run(
            database.connection(),
            together,
            more -> shadow.watcher().at(what, begun + more, statements.size()));
      }
      done += together.size();
    }
  }

  /** What no transaction may hold stands alone. */
  private List<List<String>> transactions(List<String> statements) {
    List<List<String>> all = new ArrayList<>();
    List<String> open = new ArrayList<>();
    for (String sql : statements) {
      if (isAlone(sql)) {
        all.add(open);
        all.add(List.of(sql));
        open = new ArrayList<>();
      } else {
        open.add(sql);
      }
    }
    all.add(open);
    return all;
  }

  private boolean isAlone(String sql) {
    return dialect.transactions().conduct(new ScriptStatement(sql, 1, 0)) instanceof Conduct.Alone;
  }

  private Catalog read(ShadowDatabase database) {
    return dialect.introspect(database.connection(), shadow.scope());
  }

  /**
   * Generated statements carry the engine's own text of every expression, so a difference in such
   * text alone is the engine's spelling of what it was given. Any other difference is a defect.
   */
  private static void demandSame(String subject, Catalog actual, Catalog expected) {
    List<ObjectId> differences =
        Differ.differences(actual, expected).stream()
            .filter(change ->
                !(change instanceof Change.Alter alter
                    && Spelling.mayBeTheSame(alter.before(), alter.after())))
            .map(Change::id)
            .toList();
    if (!differences.isEmpty()) {
      throw new SlipwayException(
          PlannerError.PROOF_FAILED,
          "On an empty copy of the database "
              + subject
              + " leads elsewhere; these differ: "
              + differences.stream().map(ObjectId::toString).collect(Collectors.joining(", "))
              + ".",
          "This is a defect of Slipway: nothing was written. Please report it with the definition"
              + " before and after.");
    }
  }
}
