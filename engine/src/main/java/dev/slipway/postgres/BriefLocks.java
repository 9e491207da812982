package dev.slipway.postgres;

import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.ObjectId;
import dev.slipway.plan.Lock;
import dev.slipway.plan.LockMode;
import dev.slipway.plan.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Locks of several tables at once. Who writes to tables that a foreign key ties takes theirs in
 * either order, so each order may end in a deadlock. The server ends whoever notices it first,
 * after a second of waiting ({@code deadlock_timeout}): a transaction that gives up before leaves
 * the others alone, and is tried again.
 */
final class BriefLocks {

  private static final String PATIENCE = "300ms";

  private BriefLocks() {}

  /**
   * The statements that begin a transaction on tables; none for a single one.
   *
   * @param table the one
   * @param keys foreign keys that tie it to others
   */
  static List<Statement> of(ObjectId table, Collection<Constraint> keys, LockMode mode) {
    Set<ObjectId> tables = new TreeSet<>(Set.of(table));
    for (Constraint key : keys) {
      ObjectId other = key.references();
      if (other != null) {
        tables.add(key.parent());
        tables.add(other);
      }
    }
    return of(tables, mode);
  }

  /** The same of tables that nothing ties: whoever writes to several of them may do so as well. */
  static List<Statement> of(Set<ObjectId> tables, LockMode mode) {
    return tables.size() == 1
        ? List.of()
        : List.of(
            Statement.of("set local lock_timeout = '" + PATIENCE + "'"),
            new Statement(
                "lock table "
                    + tables.stream().map(Quoting::qualified).collect(Collectors.joining(", "))
                    + " in "
                    + mode.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                    + " mode",
                tables.stream().map(each -> new Lock(mode, each)).toList(),
                /* transactional= */ true));
  }
}
