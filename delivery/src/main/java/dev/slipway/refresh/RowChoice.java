package dev.slipway.refresh;

import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Share;
import dev.slipway.dialect.Subsets;
import dev.slipway.dialect.Subsets.Place;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Chooses rows, and with each of them those that it points at, over any number of foreign keys and
 * in circles too. Used once.
 */
final class RowChoice {

  /**
   * Rows that are new, and whose neighbours have to be looked for.
   *
   * @param withChildren whether what points at them comes along
   */
  private record Fresh(ObjectId table, Portion rows, boolean withChildren) {}

  private static final int TOLD_ROWS = 1_000;

  private final Subsets subsets;
  private final Connection connection;
  private final RefreshTables tables;
  private final Rules rules;
  private final RefreshProgress progress;
  private final Map<ObjectId, RowSet> chosen = new LinkedHashMap<>();
  private final Map<ObjectId, RowSet> roots = new HashMap<>();
  private final Deque<Fresh> open = new ArrayDeque<>();
  private long count;

  RowChoice(
      Subsets subsets,
      Connection connection,
      RefreshTables tables,
      Rules rules,
      RefreshProgress progress) {
    this.subsets = subsets;
    this.connection = connection;
    this.tables = tables;
    this.rules = rules;
    this.progress = progress;
  }

  /** The rows of each table. */
  Map<ObjectId, RowSet> choose() throws SQLException {
    progress.choosing(0);
    for (ObjectId table : tables.ids()) {
      chosen.put(table, new RowSet());
      roots.put(table, new RowSet());
    }
    for (ObjectId table : tables.ids()) {
      if (tables.share(table, rules) instanceof Share.All) {
        chosen(table).addAll();
      }
    }
    for (ObjectId table : tables.ids()) {
      Share share = tables.share(table, rules);
      boolean withChildren = rules.children().contains(RefreshTables.name(table));
      if (!(share instanceof Share.All)) {
        var adding = new Adding(table, withChildren);
        subsets.choose(connection, table, tables.primaryKey(table), share, adding);
        adding.end();
      } else {
        parentsOfAll(table);
      }
    }
    while (!open.isEmpty()) {
      follow(open.pop());
    }
    return chosen;
  }

  private RowSet chosen(ObjectId table) {
    return chosen.computeIfAbsent(table, any -> new RowSet());
  }

  private void parentsOfAll(ObjectId table) throws SQLException {
    for (Constraint key : tables.keysOf(table)) {
      ObjectId parent = tables.referenced(key);
      if (!chosen(parent).isAll()) {
        var adding = new Adding(parent, false);
        subsets.parents(connection, key, adding);
        adding.end();
      }
    }
  }

  /**
   * Takes rows of a table one by one, so that no list of all of them is ever there, and opens those
   * that are new portion by portion.
   */
  private final class Adding implements Subsets.Found {

    private final ObjectId table;
    private final boolean withChildren;
    private final RowSet rows;
    private final RowSet asRoot;
    private final Map<Long, Portion> fresh = new HashMap<>();

    Adding(ObjectId table, boolean withChildren) {
      this.table = table;
      this.withChildren = withChildren;
      this.rows = chosen(table);
      this.asRoot = roots.computeIfAbsent(table, any -> new RowSet());
    }

    /** A row that is a root now, and was none before, is looked at again for what points at it. */
    @Override
    public void take(Place place) {
      boolean isNew = rows.add(place);
      if (isNew) {
        count++;
        if (count % TOLD_ROWS == 0) {
          progress.choosing(count);
        }
      }
      if (withChildren ? asRoot.add(place) : isNew) {
        Portion portion = fresh.computeIfAbsent(place.store(), Portion::new);
        portion.add(place.row());
        if (portion.isFull()) {
          fresh.remove(place.store());
          open(portion);
        }
      }
    }

    /** No more come. */
    void end() {
      fresh.values().forEach(this::open);
    }

    private void open(Portion portion) {
      open.push(new Fresh(table, portion, withChildren));
    }
  }

  private void follow(Fresh fresh) throws SQLException {
    List<Place> rows = fresh.rows().places();
    for (Constraint key : tables.keysOf(fresh.table())) {
      ObjectId parent = tables.referenced(key);
      if (!chosen(parent).isAll()) {
        var adding = new Adding(parent, false);
        subsets.parents(connection, key, rows, adding);
        adding.end();
      }
    }
    if (fresh.withChildren()) {
      for (Constraint key : tables.keysTo(fresh.table())) {
        ObjectId child = key.parent();
        if (!chosen(child).isAll()) {
          var adding = new Adding(child, true);
          subsets.children(connection, key, rows, adding);
          adding.end();
        }
      }
    }
  }
}
