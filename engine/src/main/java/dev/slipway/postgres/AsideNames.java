package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.RangeType;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What types are called while they stand aside: within the server's limit, and free. */
final class AsideNames {

  private static final int LONGEST_NAME = 63;

  private AsideNames() {}

  /** A name that is free on both sides and not cut by the server. */
  static ObjectId of(ObjectId type, Catalog from, Catalog to) {
    return of(type, "__old", from, to);
  }

  /** A name with an ending that is free on both sides and not cut by the server. */
  static ObjectId of(ObjectId type, String suffix, Catalog from, Catalog to) {
    for (int i = 0; ; i++) {
      ObjectId id = type.withName(shortened(type.name(), i == 0 ? suffix : suffix + i));
      if (isFree(id, from) && isFree(id, to)) {
        return id;
      }
    }
  }

  /** Of a multirange type, by its printed name: it goes with its range, whose name is free. */
  static String of(String printed) {
    int dot = dot(printed);
    String name = printed.substring(dot + 1);
    String plain =
        name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    return printed.substring(0, dot + 1) + Quoting.identifier(shortened(plain, "__old"));
  }

  /** The last name of a printed, qualified one. */
  static String unqualified(String printed) {
    return printed.substring(dot(printed) + 1);
  }

  /** The schema of a printed, qualified name, as it is printed. */
  static String qualifier(String printed) {
    return printed.substring(0, dot(printed));
  }

  private static int dot(String printed) {
    boolean isQuoted = false;
    for (int i = 0; i < printed.length(); i++) {
      char c = printed.charAt(i);
      isQuoted = c == '"' ? !isQuoted : isQuoted;
      if (c == '.' && !isQuoted) {
        return i;
      }
    }
    return -1;
  }

  /** What types are printed as while some of them stand aside. */
  static Map<String, String> printed(Map<ObjectId, ObjectId> asides, Catalog catalog) {
    Map<String, String> names = new LinkedHashMap<>();
    asides.forEach((type, aside) -> {
      for (String spelled : PrintedType.spellings(type)) {
        names.put(spelled, Quoting.qualified(aside));
      }
      if (catalog.find(type) instanceof RangeType range) {
        names.put(range.multirange(), of(range.multirange()));
      }
    });
    return names;
  }

  /** A printed type with the names that it has while some types stand aside. */
  static String replaced(String printed, Map<String, String> names) {
    int end = printed.endsWith("[]") ? printed.length() - 2 : printed.length();
    String name = printed.substring(0, end);
    return names.getOrDefault(name, name) + printed.substring(end);
  }

  private static String shortened(String name, String suffix) {
    String kept = name;
    while (kept.getBytes(StandardCharsets.UTF_8).length + suffix.length() > LONGEST_NAME) {
      kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1));
    }
    return kept + suffix;
  }

  /** A name that the server does not cut and that is not taken. */
  static String free(String name, String suffix, Set<String> taken) {
    for (int i = 0; ; i++) {
      String free = shortened(name, i == 0 ? suffix : suffix + i);
      if (!taken.contains(free)) {
        return free;
      }
    }
  }

  /** What a new index is called while the old one has its name. */
  static ObjectId ofIndex(ObjectId index, Catalog from, Catalog to) {
    return ofIndex(index, "__new", from, to);
  }

  /** A name of an index that is free on both sides. */
  static ObjectId ofIndex(ObjectId index, String suffix, Catalog from, Catalog to) {
    for (int i = 0; ; i++) {
      ObjectId id = index.withName(shortened(index.name(), i == 0 ? suffix : suffix + i));
      if (!isRelation(id, from) && !isRelation(id, to)) {
        return id;
      }
    }
  }

  /** Relations share their names with indexes, and with those of constraints. */
  private static boolean isRelation(ObjectId id, Catalog catalog) {
    return Stream.of(Kind.INDEX, Kind.TABLE, Kind.VIEW, Kind.SEQUENCE, Kind.COMPOSITE_TYPE)
            .anyMatch(kind -> catalog.has(new ObjectId(kind, id.path())))
        || catalog.all(Constraint.class).stream()
            .anyMatch(constraint ->
                constraint.type().hasIndex()
                    && constraint.id().schema().equals(id.schema())
                    && constraint.id().name().equals(id.name()));
  }

  /** Tables and views have types of their names. */
  private static boolean isFree(ObjectId id, Catalog catalog) {
    return Set.of(
            Kind.BASE_TYPE,
            Kind.ENUM,
            Kind.COMPOSITE_TYPE,
            Kind.DOMAIN,
            Kind.RANGE_TYPE,
            Kind.TABLE,
            Kind.VIEW,
            Kind.SEQUENCE)
        .stream()
        .map(kind -> catalog.find(new ObjectId(kind, id.path())))
        .noneMatch(DatabaseObject.class::isInstance);
  }
}
