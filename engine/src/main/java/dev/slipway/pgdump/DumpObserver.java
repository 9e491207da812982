package dev.slipway.pgdump;

import dev.slipway.dialect.DatabaseUrl;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Says by {@code pg_dump} alone whether two schemas are the same.
 *
 * <p>What pg_dump prints of an expression is not always what it prints after that was loaded:
 * {@code x IN ('a')} on a varchar comes back otherwise. Where two dumps differ, both are therefore
 * loaded into empty databases, dumped again and compared anew, twice at the most: what differs then
 * is different.
 */
public final class DumpObserver {

  private static final int ROUND_TRIPS = 2;

  private final PgDump pgDump;
  private final Observed what;
  private final FreshDatabases databases;

  /**
   * @param pgDump the programs
   * @param what what counts
   * @param databases where dumps are loaded again
   */
  public DumpObserver(PgDump pgDump, Observed what, FreshDatabases databases) {
    this.pgDump = pgDump;
    this.what = what;
    this.databases = databases;
  }

  /** Looks at a database. */
  public SchemaDump look(DatabaseUrl url) {
    return pgDump.dump(url, what);
  }

  /**
   * Compares what was seen.
   *
   * @param expected what should have been seen
   * @param actual what was seen
   */
  public Agreement compare(SchemaDump expected, SchemaDump actual) {
    Agreement agreement = once(expected, actual);
    SchemaDump one = expected;
    SchemaDump other = actual;
    for (int trip = 0; trip < ROUND_TRIPS && !agreement.agrees(); trip++) {
      one = reloaded(one);
      other = reloaded(other);
      Agreement again = once(one, other);
      if (again.agrees()) {
        return again;
      }
    }
    return agreement;
  }

  private SchemaDump reloaded(SchemaDump dump) {
    try (FreshDatabases.Fresh fresh = databases.create()) {
      List<String> complaints = pgDump.run(fresh.url(), dump.script());
      SchemaDump again = pgDump.dump(fresh.url(), what);
      return complaints.isEmpty() ? again : dump;
    }
  }

  private static Agreement once(SchemaDump expected, SchemaDump actual) {
    if (expected.differences(actual).isEmpty()) {
      return new Agreement(Agreement.Degree.SAME, List.of(), "");
    }
    List<String> titles = expected.withoutColumnOrder().differences(actual.withoutColumnOrder());
    return titles.isEmpty()
        ? new Agreement(Agreement.Degree.SAME_BUT_COLUMN_ORDER, List.of(), "")
        : new Agreement(
            Agreement.Degree.DIFFERENT,
            titles,
            titles.stream()
                .map(title ->
                    "=== "
                        + title
                        + "\n--- expected\n"
                        + expected.body(title)
                        + "\n--- actual\n"
                        + actual.body(title))
                .collect(Collectors.joining("\n\n", "", "\n")));
  }
}
