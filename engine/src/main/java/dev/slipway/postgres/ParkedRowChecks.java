package dev.slipway.postgres;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.plan.ParkedObject;
import dev.slipway.plan.RowCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts questions about columns and tables that are parked to what they are called meanwhile. A
 * parked column is read by a subquery that gives it its name, so that expressions stay as they are;
 * the planner pulls it up.
 */
final class ParkedRowChecks {

  private ParkedRowChecks() {}

  /**
   * @return null where the rows are asked by a block of statements
   */
  static @Nullable RowCheck of(RowCheck check, List<ParkedObject> parked) {
    if (check.trySql() != null) {
      return null;
    }
    String count = check.countSql();
    String rows = check.sampleSql();
    var reads = new ArrayList<ObjectId>();
    for (ObjectId table : check.reads()) {
      ObjectId place = placeOf(table, parked);
      String source = sourceOf(table, parked);
      reads.add(place == null ? table : place);
      if (source != null) {
        count = reading(source, table, count);
        rows = reading(source, table, rows);
      }
    }
    return new RowCheck(check.on(), reads, check.demand(), count, rows);
  }

  private static @Nullable ObjectId placeOf(ObjectId table, List<ParkedObject> parked) {
    return parked.stream()
        .filter(each -> each.object().equals(table))
        .map(ParkedObject::place)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String sourceOf(ObjectId table, List<ParkedObject> parked) {
    ObjectId place = placeOf(table, parked);
    if (place != null) {
      return Quoting.qualified(place);
    }
    String columns =
        parked.stream()
            .filter(each ->
                each.object().kind() == Kind.COLUMN && Tables.of(each.object()).equals(table))
            .map(each -> ", " + Quoting.name(each.place()) + " as " + Quoting.name(each.object()))
            .collect(Collectors.joining());
    return columns.isEmpty()
        ? null
        : "(select *" + columns + " from " + Quoting.qualified(table) + ")";
  }

  private static String reading(String source, ObjectId table, String sql) {
    Matcher from =
        Pattern.compile(
                " from " + Pattern.quote(Quoting.qualified(table)) + "( as [a-z_]+)?(?=[ )]|$)")
            .matcher(sql);
    return from.replaceAll(found -> {
      String alias = found.group(1) == null ? " as " + Quoting.name(table) : found.group(1);
      return Matcher.quoteReplacement(" from " + source + alias);
    });
  }
}
