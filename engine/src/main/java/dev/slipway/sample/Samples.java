package dev.slipway.sample;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes rows for the tables of a throw-away database: start here. The role must be a superuser, and
 * nobody else may be at work. Not thread-safe.
 *
 * <p>Rows are made for tables that are empty, and values for columns that came since the last time.
 * Where nothing changed, nothing but the list of tables is read. They are the same in each run: no
 * clock and no sequence is asked.
 */
public final class Samples {

  private final Connection connection;
  private final Map<Long, Set<Integer>> known = new HashMap<>();
  private final Map<Long, String> unfilled = new HashMap<>();
  private final Map<Long, Style> styles = new HashMap<>();
  private final Map<Long, Integer> own = new HashMap<>();
  private final Style first;
  private int made;
  private int changes;

  /**
   * @param connection to the database, in auto-commit mode
   * @param first how rows are made at first
   */
  public Samples(Connection connection, Style first) {
    this.connection = connection;
    this.first = first;
  }

  /** How many rows were made in all. */
  public int made() {
    return made;
  }

  /** How often rows were made or changed. */
  public int changes() {
    return changes;
  }

  /**
   * Fills what is empty.
   *
   * @param held the tables that have rows, as {@code schema.table}
   * @return the tables of the database that have no rows afterwards
   */
  public List<Unfilled> fill(Set<String> held) throws SQLException {
    List<Standing> tables = Standing.all(connection);
    List<Standing> empty = new ArrayList<>();
    Map<Standing, Set<Integer>> grown = new LinkedHashMap<>();
    for (Standing table : tables) {
      Set<Integer> columns = known.get(table.oid());
      if (!held.contains(table.name())) {
        if (!(table.columns().equals(columns) && unfilled.containsKey(table.oid()))) {
          empty.add(table);
        }
      } else if (columns != null && !columns.containsAll(table.columns())) {
        Set<Integer> fresh = new HashSet<>(table.columns());
        fresh.removeAll(columns);
        grown.put(table, fresh);
      }
    }
    if (!empty.isEmpty() || !grown.isEmpty()) {
      try (var session = new Session(connection)) {
        insert(session, empty);
        update(session, grown);
        session.commit();
        changes++;
      }
    }
    known.keySet().retainAll(tables.stream().map(Standing::oid).toList());
    tables.forEach(each -> known.put(each.oid(), each.columns()));
    unfilled.keySet().retainAll(known.keySet());
    return tables.stream()
        .filter(table -> unfilled.containsKey(table.oid()) && !held.contains(table.name()))
        .map(table -> new Unfilled(table.name(), String.valueOf(unfilled.get(table.oid()))))
        .toList();
  }

  /**
   * Makes the rows of tables anew, another way, with those of the tables that name them.
   *
   * @param tables the tables
   * @return whether another way was left for one of them, and all rows in question were made here
   */
  public boolean otherwise(Collection<ObjectId> tables) throws SQLException {
    List<Standing> all = Standing.all(connection);
    Map<Long, SampleTable> read =
        new TableReader(connection).read(all.stream().filter(Standing::takesRows).toList());
    Set<Long> anew = new LinkedHashSet<>();
    for (Standing table : all) {
      if (tables.contains(ObjectId.of(Kind.TABLE, table.schema(), table.table()))) {
        anew.add(table.oid());
      }
    }
    boolean hasAnother = false;
    for (long oid : anew) {
      Style next = styles.getOrDefault(oid, first).next();
      if (next != null) {
        styles.put(oid, next);
        hasAnother = true;
      }
    }
    Set<Long> together = naming(anew, read.values());
    if (!hasAnother) {
      return false;
    }
    try (var session = new Session(connection)) {
      for (long oid : together) {
        if (!isOwn(session, table(read, oid))) {
          return false;
        }
      }
      for (long oid : together) {
        session.run("delete from only " + table(read, oid).quoted());
      }
      insert(session, all.stream().filter(each -> together.contains(each.oid())).toList());
      session.commit();
    }
    return true;
  }

  /** Whether all rows of a table were made here. */
  private boolean isOwn(Session session, SampleTable table) throws SQLException {
    List<String> count = session.texts("select count(*) from only " + table.quoted());
    return count.getFirst().equals(String.valueOf(own.getOrDefault(table.oid(), 0)));
  }

  /** Tables that name others, directly or through further ones, and these. */
  private static Set<Long> naming(Set<Long> named, Collection<SampleTable> tables) {
    Set<Long> together = new LinkedHashSet<>(named);
    Deque<Long> left = new ArrayDeque<>(named);
    while (!left.isEmpty()) {
      long parent = left.remove();
      for (SampleTable table : tables) {
        if (table.foreignKeys().stream().anyMatch(key -> key.parent() == parent)
            && together.add(table.oid())) {
          left.add(table.oid());
        }
      }
    }
    return together;
  }

  private static SampleTable table(Map<Long, SampleTable> tables, long oid) {
    SampleTable table = tables.get(oid);
    if (table == null) {
      throw new IllegalArgumentException("there is no table " + oid);
    }
    return table;
  }

  private void insert(Session session, List<Standing> empty) throws SQLException {
    Map<Long, SampleTable> tables =
        new TableReader(connection).read(empty.stream().filter(Standing::takesRows).toList());
    empty.stream()
        .filter(table -> !table.takesRows())
        .forEach(table -> unfilled.put(table.oid(), "it has no partition that could hold rows"));
    var parents = new Parents(connection);
    var maker = new RowMaker(session, parents);
    Map<Long, Integer> counts = new TreeMap<>();
    for (SampleTable table : ParentsFirst.of(tables)) {
      RowMaker.Made rows = maker.insert(table, styles.getOrDefault(table.oid(), first));
      if (rows.made() > 0) {
        counts.put(table.oid(), rows.made());
        unfilled.remove(table.oid());
      } else {
        unfilled.put(table.oid(), String.valueOf(rows.refusal()));
      }
      parents.forget();
    }
    for (SampleTable table : tables.values()) {
      if (counts.containsKey(table.oid())) {
        maker.close(table);
        parents.forget();
      }
    }
    removeOrphans(session, tables.values(), counts);
    own.putAll(counts);
    made += counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  private void update(Session session, Map<Standing, Set<Integer>> grown) throws SQLException {
    Map<Long, SampleTable> tables =
        new TableReader(connection)
            .read(grown.keySet().stream().filter(Standing::takesRows).toList());
    var parents = new Parents(connection);
    var maker = new RowMaker(session, parents);
    for (Map.Entry<Standing, Set<Integer>> each : grown.entrySet()) {
      SampleTable table = tables.get(each.getKey().oid());
      if (table != null) {
        maker.update(table, each.getValue());
        parents.forget();
      }
    }
  }

  /** Rows that name none, since no row of the other table was accepted, are not kept. */
  private void removeOrphans(
      Session session, Collection<SampleTable> tables, Map<Long, Integer> counts)
      throws SQLException {
    boolean isSettled = false;
    while (!isSettled) {
      isSettled = true;
      for (SampleTable table : tables) {
        for (ForeignKey key : table.foreignKeys()) {
          if (counts.containsKey(table.oid())
              && table.has(Set.copyOf(key.columns()))
              && !session
                  .texts(
                      "select '' from only "
                          + table.quoted()
                          + " c where "
                          + RowMaker.orphaned(table, key)
                          + " limit 1")
                  .isEmpty()) {
            session.run("delete from only " + table.quoted());
            counts.remove(table.oid());
            unfilled.put(
                table.oid(), "no row of " + key.quoted() + " fits its foreign key " + key.name());
            isSettled = false;
          }
        }
      }
    }
  }
}
