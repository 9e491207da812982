package dev.slipway.sample;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One row while its values are sought. What the server refuses is chosen anew where the refusal
 * points to; the choices are the same each time. Not thread-safe.
 */
final class Row {

  private static final int STUBBORN = 120;

  private final SampleTable table;
  private final Style style;
  private final Parents parents;
  private final List<ForeignKey> keys;
  private final int number;
  private final Random random;
  private final Map<Integer, String> values = new TreeMap<>();
  private final Set<Integer> named;
  private final Map<Integer, Integer> tries = new HashMap<>();
  private int shift;

  /**
   * @param keys the foreign keys whose rows are there
   * @param number which row of the table it is
   */
  Row(SampleTable table, Style style, Parents parents, List<ForeignKey> keys, int number) {
    this.table = table;
    this.style = style;
    this.parents = parents;
    this.keys = keys;
    this.number = number;
    this.random = new Random(table.name().hashCode() * 31L + number + style.name().hashCode());
    this.named = keys.stream().flatMap(key -> key.columns().stream()).collect(Collectors.toSet());
  }

  /** Its values as SQL, by the number of the column. */
  Map<Integer, String> values() {
    return values;
  }

  /**
   * Takes the first choice.
   *
   * @param open the foreign keys whose rows are not there yet
   */
  void begin(List<ForeignKey> open) throws SQLException {
    for (SampleColumn column : table.columns()) {
      boolean isOpen = open.stream().anyMatch(key -> key.columns().contains(column.number()));
      boolean isNull = column.mayBeNull() && (isOpen || style.leavesNull());
      values.put(
          column.number(),
          isNull
              ? "null"
              : Values.of(column.type(), column.typmod(), new Draw(number, 0, style.digits())));
    }
    name();
  }

  /** Names rows of other tables. */
  private void name() throws SQLException {
    Map<Integer, String> chosen = parents.chosen(keys, number + shift);
    if (chosen == null) {
      named.stream()
          .filter(column -> table.column(column).mayBeNull())
          .forEach(column -> values.put(column, "null"));
      return;
    }
    chosen.forEach((column, text) -> {
      if (!(style.leavesNull() && table.column(column).mayBeNull())) {
        values.put(column, Sql.text(text) + "::" + table.column(column).type().name());
      }
    });
  }

  /** Chooses anew what a refusal is about. */
  void again(Refusal refusal) throws SQLException {
    Demand demand = demand(refusal);
    Set<Integer> about =
        demand == null || demand.columns().isEmpty() || !table.has(demand.columns())
            ? suspects(refusal)
            : demand.columns();
    Literals literals = demand == null ? Literals.NONE : demand.literals();
    if (about.stream().anyMatch(named::contains)) {
      shift++;
      name();
    }
    for (int column : new TreeSet<>(about)) {
      if (!named.contains(column) && (about.size() == 1 || random.nextInt(3) > 0)) {
        values.put(column, other(table.column(column), literals));
      }
    }
  }

  private @Nullable Demand demand(Refusal refusal) {
    return table.demands().stream()
        .filter(each -> each.name().equals(refusal.constraint()))
        .findFirst()
        .orElse(null);
  }

  /** Columns whose type has conditions, or is not known; all where there are none. */
  private Set<Integer> suspects(Refusal refusal) {
    Set<Integer> suspects =
        table.columns().stream()
            .filter(column -> isSuspect(column, refusal))
            .map(SampleColumn::number)
            .collect(Collectors.toSet());
    return suspects.isEmpty()
        ? table.columns().stream().map(SampleColumn::number).collect(Collectors.toSet())
        : suspects;
  }

  private static boolean isSuspect(SampleColumn column, Refusal refusal) {
    return column.name().equals(refusal.nullColumn())
        || switch (column.type().form()) {
          case SampleType.Base base -> !base.builtIn();
          case SampleType.Labels labels -> false;
          default -> refusal.nullColumn().isEmpty();
        };
  }

  private String other(SampleColumn column, Literals literals) {
    if (column.mayBeNull()
        && tries.merge(column.number(), 1, Integer::sum) > STUBBORN
        && random.nextInt(4) == 0) {
      return "null";
    }
    Literals all = literals.and(column.type().literals());
    if (!all.isEmpty() && random.nextInt(10) < 7) {
      String near = Near.of(column, all, random, number);
      if (near != null) {
        return near;
      }
    }
    return Values.of(
        column.type(),
        column.typmod(),
        new Draw(
            number + (random.nextInt(4) == 0 ? random.nextInt(20) : 0),
            random.nextInt(24),
            style.digits()));
  }
}
