package dev.slipway.refresh;

import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Share;
import dev.slipway.dialect.Subsets;
import dev.slipway.dialect.Subsets.Place;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
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
  private record Fresh(ObjectId table, List<Place> rows, boolean withChildren) {}

  private final Subsets subsets;
  private final Connection connection;
  private final RefreshTables tables;
  private final Rules rules;
  private final Map<ObjectId, RowSet> chosen = new LinkedHashMap<>();
  private final Map<ObjectId, RowSet> roots = new HashMap<>();
  private final Deque<Fresh> open = new ArrayDeque<>();

  RowChoice(Subsets subsets, Connection connection, RefreshTables tables, Rules rules) {
    this.subsets = subsets;
    this.connection = connection;
    this.tables = tables;
    this.rules = rules;
  }

  /** The rows of each table. */
  Map<ObjectId, RowSet> choose() throws SQLException {
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
        List<Place> found = new ArrayList<>();
        subsets.choose(connection, table, tables.primaryKey(table), share, found::add);
        add(table, found, withChildren);
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
        List<Place> found = new ArrayList<>();
        subsets.parents(connection, key, found::add);
        add(parent, found, false);
      }
    }
  }

  /** A row that is a root now, and was none before, is looked at again for what points at it. */
  private void add(ObjectId table, List<Place> found, boolean withChildren) {
    RowSet rows = chosen(table);
    RowSet asRoot = roots.computeIfAbsent(table, any -> new RowSet());
    List<Place> fresh = new ArrayList<>();
    for (Place place : found) {
      boolean isNew = rows.add(place);
      if (withChildren ? asRoot.add(place) : isNew) {
        fresh.add(place);
      }
    }
    for (List<Place> portion : RowSet.portions(fresh)) {
      open.push(new Fresh(table, portion, withChildren));
    }
  }

  private void follow(Fresh fresh) throws SQLException {
    for (Constraint key : tables.keysOf(fresh.table())) {
      ObjectId parent = tables.referenced(key);
      if (!chosen(parent).isAll()) {
        List<Place> found = new ArrayList<>();
        subsets.parents(connection, key, fresh.rows(), found::add);
        add(parent, found, false);
      }
    }
    if (fresh.withChildren()) {
      for (Constraint key : tables.keysTo(fresh.table())) {
        ObjectId child = key.parent();
        if (!chosen(child).isAll()) {
          List<Place> found = new ArrayList<>();
          subsets.children(connection, key, fresh.rows(), found::add);
          add(child, found, true);
        }
      }
    }
  }
}
