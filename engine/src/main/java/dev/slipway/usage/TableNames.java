package dev.slipway.usage;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Table;
import dev.slipway.catalog.View;
import dev.slipway.source.DefinedClass;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The names of tables and their columns, as texts have them: words, in any case of letters. */
final class TableNames {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_$]+");

  private final Map<String, Set<ObjectId>> tables = new HashMap<>();
  private final Map<ObjectId, Set<ObjectId>> columns = new HashMap<>();

  TableNames(Catalog catalog, Collection<DefinedClass> defined) {
    catalog.all(Table.class).forEach(table -> add(table.id()));
    catalog.all(View.class).forEach(view -> add(view.id()));
    catalog.all(Column.class).forEach(column -> add(column.parent(), column.id()));
    for (DefinedClass each : defined) {
      add(each.table());
      each.columns().values().forEach(ids -> ids.forEach(id -> add(each.table(), id)));
    }
  }

  private void add(ObjectId table) {
    tables.computeIfAbsent(lower(table.name()), name -> new HashSet<>()).add(table);
  }

  private void add(ObjectId table, ObjectId column) {
    columns.computeIfAbsent(table, id -> new HashSet<>()).add(column);
  }

  /** The tables that a text names. */
  Set<ObjectId> tables(Set<String> words) {
    return words.stream()
        .flatMap(word -> tables.getOrDefault(word, Set.of()).stream())
        .collect(Collectors.toSet());
  }

  /** The columns of a table that a text names. */
  List<ObjectId> columns(ObjectId table, Set<String> words) {
    return columns.getOrDefault(table, Set.of()).stream()
        .filter(column -> column.kind() == Kind.COLUMN && words.contains(lower(column.name())))
        .sorted()
        .toList();
  }

  /** The words of a text; a name that is more than one word is none of them. */
  static Set<String> words(String text) {
    return WORD.matcher(text)
        .results()
        .map(word -> lower(word.group()))
        .collect(Collectors.toSet());
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
