package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.plan.RowCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which pairs of rows could violate an exclusion constraint that they do not have yet.
 *
 * <p>Without an index nobody finds the pairs of {@code n} rows in less than their square, but where
 * an {@code =} takes most of them away, or where ranges are compared by {@code &&}: of ranges in
 * their order, some two overlap exactly when two neighbors do, and those are counted. Anything else
 * is looked for as long as a {@link ConflictSearch} takes.
 */
final class ExclusionRowChecks {

  private static final Set<String> RANGES =
      Set.of("int4range", "int8range", "numrange", "tsrange", "tstzrange", "daterange");

  private ExclusionRowChecks() {}

  /**
   * One element of the constraint.
   *
   * @param value what is compared, as SQL
   * @param operator by which
   */
  private record Element(String value, String operator) {}

  /**
   * A value of a row that is shown, or compared.
   *
   * @param alias what it is called within the question
   * @param sql the value
   * @param label what it is called in the answer
   */
  private record Shown(String alias, String sql, String label) {}

  static List<RowCheck> of(Constraint constraint, ObjectId table, Catalog from) {
    Tokens tokens = Tokens.of(constraint.definition());
    int open =
        IntStream.range(0, tokens.size()).filter(i -> tokens.is(i, "(")).findFirst().orElse(-1);
    int close = tokens.closing(open);
    List<Element> elements = close < 0 ? null : elements(tokens, open + 1, close);
    if (elements == null) {
      return List.of();
    }
    List<Element> others =
        elements.stream().filter(element -> !element.operator().equals("=")).toList();
    boolean isOfRanges =
        others.size() == 1
            && others.getFirst().operator().equals("&&")
            && isRange(others.getFirst().value(), table, from);
    String where = predicate(tokens, close);
    // The primary key comes first, so that the rows can be found.
    List<Shown> shown = new ArrayList<>();
    List<String> keys = RowChecks.keyOf(table, List.of(), from);
    for (int i = 0; i < keys.size(); i++) {
      shown.add(new Shown("k" + i, Quoting.identifier(keys.get(i)), keys.get(i)));
    }
    for (int i = 0; i < elements.size(); i++) {
      shown.add(new Shown("v" + i, elements.get(i).value(), label(elements.get(i))));
    }
    String list = elements.stream().map(Element::value).collect(Collectors.joining(", "));
    String demand =
        "no two (%s) of %s conflict by %s%s"
            .formatted(
                list,
                table.dotted(),
                elements.stream().map(Element::operator).collect(Collectors.joining(", ")),
                where.isEmpty() ? "" : " where " + where);
    if (!isOfRanges && others.size() == elements.size()) {
      return List.of(
          ConflictSearch.of(
              constraint.id(),
              table,
              demand,
              shown.stream().map(Shown::sql).toList(),
              shown.stream().map(Shown::label).toList(),
              elements.stream().map(Element::operator).toList(),
              where));
    }
    String pairs =
        isOfRanges
            ? neighbors(elements, shown, where, table)
            : pairs(elements, shown, where, table);
    String columns =
        shown.stream()
            .map(each ->
                "one_%1$s as %2$s, other_%1$s as %3$s"
                    .formatted(
                        each.alias(),
                        Quoting.identifier(each.label()),
                        Quoting.identifier("other " + each.label())))
            .collect(Collectors.joining(", "));
    return List.of(
        new RowCheck(
            constraint.id(),
            List.of(table),
            demand,
            "select count(*)" + pairs,
            "select " + columns + pairs + (keys.isEmpty() ? "" : " order by 1, 2")));
  }

  /** The elements; null where one is written as nobody expects. */
  private static @Nullable List<Element> elements(Tokens tokens, int from, int to) {
    List<Element> elements = new ArrayList<>();
    for (int[] part : tokens.separated(from, to)) {
      int with = part[1] - 1;
      while (with > part[0] && !tokens.is(with, "with")) {
        with--;
      }
      int end = endOfValue(tokens, part[0], with);
      if (with <= part[0] || with + 1 >= part[1] || end <= part[0]) {
        return null;
      }
      String operator = tokens.between(with + 1, part[1]);
      elements.add(new Element(tokens.between(part[0], end), operator));
    }
    return elements;
  }

  /** Behind a column, a call or an expression with its collation; an operator class may follow. */
  private static int endOfValue(Tokens tokens, int from, int to) {
    int end = tokens.is(from, "(") ? tokens.closing(from) + 1 : endOfName(tokens, from);
    if (end < to && tokens.is(end, "(")) {
      end = tokens.closing(end) + 1;
    }
    return end < to && tokens.is(end, "collate") ? endOfName(tokens, end + 1) : end;
  }

  private static int endOfName(Tokens tokens, int from) {
    return tokens.is(from + 1, ".") ? from + 3 : from + 1;
  }

  private static String predicate(Tokens tokens, int close) {
    for (int i = close + 1; i < tokens.size(); i++) {
      if (tokens.is(i, "where") && tokens.is(i + 1, "(")) {
        return Tokens.bare(tokens.between(i + 1, tokens.closing(i + 1) + 1));
      }
    }
    return "";
  }

  private static boolean isRange(String value, ObjectId table, Catalog from) {
    Tokens tokens = Tokens.of(value);
    if (tokens.size() == 1) {
      ObjectId column =
          ObjectId.of(
              Kind.COLUMN, table.path().get(0), table.path().get(1), tokens.list().get(0).name());
      return from.find(column) instanceof Column is && RANGES.contains(is.type());
    }
    return RANGES.contains(tokens.list().get(0).text()) && tokens.is(1, "(");
  }

  private static String label(Element element) {
    Tokens tokens = Tokens.of(element.value());
    return tokens.size() == 1 ? tokens.list().get(0).name() : element.value();
  }

  /** Every two rows, each pair once. */
  private static String pairs(
      List<Element> elements, List<Shown> shown, String where, ObjectId table) {
    String rows =
        "select tableoid as part, ctid as place, "
            + values(shown)
            + " from "
            + Quoting.qualified(table)
            + (where.isEmpty() ? "" : " where " + where);
    String conflicts =
        IntStream.range(0, elements.size())
            .mapToObj(i -> "one.v%1$d %2$s other.v%1$d".formatted(i, elements.get(i).operator()))
            .collect(Collectors.joining(" and "));
    String both =
        shown.stream()
            .map(each -> "one.%1$s as one_%1$s, other.%1$s as other_%1$s".formatted(each.alias()))
            .collect(Collectors.joining(", "));
    return (" from (select %1$s from (%2$s) as one join (%2$s) as other"
            + " on %3$s and (one.part, one.place) < (other.part, other.place)) as pair")
        .formatted(both, rows, conflicts);
  }

  /** Each range with the one before it among those that are equal otherwise. */
  private static String neighbors(
      List<Element> elements, List<Shown> shown, String where, ObjectId table) {
    List<Integer> equal = new ArrayList<>();
    int range = 0;
    for (int i = 0; i < elements.size(); i++) {
      if (elements.get(i).operator().equals("=")) {
        equal.add(i);
      } else {
        range = i;
      }
    }
    String rows =
        "select "
            + values(shown)
            + " from "
            + Quoting.qualified(table)
            + (where.isEmpty() ? "" : " where " + where);
    String window =
        (equal.isEmpty()
                ? ""
                : "partition by "
                    + equal.stream().map(i -> "v" + i).collect(Collectors.joining(", "))
                    + " ")
            + "order by v"
            + range;
    String isSet =
        IntStream.range(0, elements.size())
            .mapToObj(i -> "v" + i + " is not null")
            .collect(Collectors.joining(" and "));
    String both =
        shown.stream()
            .map(each ->
                "lag(%1$s) over near as one_%1$s, %1$s as other_%1$s".formatted(each.alias()))
            .collect(Collectors.joining(", "));
    return (" from (select %1$s from (%2$s) as keyed"
            + " where %3$s and not pg_catalog.isempty(v%4$d) window near as (%5$s)) as pair"
            + " where one_v%4$d && other_v%4$d")
        .formatted(both, rows, isSet, range, window);
  }

  private static String values(List<Shown> shown) {
    return shown.stream()
        .map(each -> each.sql() + " as " + each.alias())
        .collect(Collectors.joining(", "));
  }
}
