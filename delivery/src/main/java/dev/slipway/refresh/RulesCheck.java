package dev.slipway.refresh;

import dev.slipway.catalog.Column;
import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Names;
import dev.slipway.error.SlipwayException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether rules fit the tables that they are for. */
final class RulesCheck {

  private final RefreshTables tables;
  private final Rules rules;
  private final Map<String, Column> columns = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();

  RulesCheck(RefreshTables tables, Rules rules) {
    this.tables = tables;
    this.rules = rules;
    for (ObjectId table : tables.ids()) {
      tables
          .columns(table)
          .forEach(
              column -> columns.put(RefreshTables.name(table) + "." + column.id().name(), column));
    }
  }

  /** The columns that are written, by their names in the file. */
  Map<String, Column> columns() {
    return columns;
  }

  /**
   * Refuses rules that do not fit.
   *
   * @throws SlipwayException naming everything that does not
   */
  void require() {
    Set<String> names = tables.ids().stream().map(RefreshTables::name).collect(Collectors.toSet());
    for (String table : rules.tables()) {
      if (!names.contains(table)) {
        problems.add(table + " is no table whose rows are brought");
      }
    }
    for (String pattern : rules.also()) {
      if (names.stream().noneMatch(name -> Names.matches(pattern, name))) {
        problems.add(pattern + " is no table of the platform");
      }
    }
    for (Constraint key : tables.keysFromOutside()) {
      problems.add(
          RefreshTables.name(key.parent())
              + " points at "
              + RefreshTables.name(tables.referenced(key))
              + ", whose rows are replaced: name it under also:");
    }
    rules.masks().forEach(this::check);
    tables.keys().forEach(this::check);
    if (!problems.isEmpty()) {
      throw new SlipwayException(
          RefreshError.MASKING_WRONG,
          "The masking does not fit the tables:\n" + String.join("\n", problems),
          "Mend the file; docs/refresh.md says what a column takes.");
    }
  }

  private void check(String name, Mask mask) {
    Column column = columns.get(name);
    if (column == null) {
      problems.add(name + " is no column whose values are written");
      return;
    }
    if (!ValueKind.of(column.type()).takes(mask)) {
      problems.add(
          name + " is of the type " + column.type() + ", which " + mask.words() + " is not for");
    } else if (mask instanceof Mask.Nothing && column.notNull()) {
      problems.add(name + " can't be null");
    } else if (tables.isDistinct(column)) {
      String why = ColumnMask.confuses(mask, column);
      if (why != null) {
        problems.add(name + " " + why);
      }
    }
  }

  /** What points at a masked column has to be masked alike, or the rows would not meet again. */
  private void check(Constraint key) {
    if (!tables.ids().contains(tables.referenced(key))) {
      return;
    }
    for (int i = 0; i < key.columns().size(); i++) {
      String from = name(key.parent(), key.columns().get(i));
      String to = name(tables.referenced(key), key.referencedColumns().get(i));
      Mask one = real(rules.masks().get(from));
      Mask other = real(rules.masks().get(to));
      boolean isAlike = one == null ? other == null : one.equals(other);
      if (!isAlike && !(one instanceof Mask.Nothing)) {
        problems.add(from + " points at " + to + ": mask both alike");
      }
    }
  }

  private static @Nullable Mask real(@Nullable Mask mask) {
    return mask instanceof Mask.Keep ? null : mask;
  }

  private static String name(ObjectId table, String column) {
    return RefreshTables.name(table) + "." + column;
  }
}
