package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.CompositeType;
import dev.slipway.catalog.CompositeType.Attribute;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Domain;
import dev.slipway.catalog.EnumType;
import dev.slipway.catalog.ObjectId;
import dev.slipway.error.SlipwayException;
import dev.slipway.plan.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a column become those of the type that takes the place of its own under the
 * same name.
 *
 * <p>Every value can be read from the text that it prints as, but where its parts are others: a
 * composite value is put together anew when its type has other attributes, and a domain's goes
 * through the type that the domain is made of.
 */
final class TypeSwap {

  private final Column column;
  private final Map<String, String> names;
  private final Catalog from;
  private final Catalog to;

  private TypeSwap(Column column, Map<String, String> names, Catalog from, Catalog to) {
    this.column = column;
    this.names = names;
    this.from = from;
    this.to = to;
  }

  /**
   * The statement that converts a column.
   *
   * @param column the column, whose type is printed alike before and after
   * @param names what new types are called meanwhile, by their printed names; others keep theirs
   */
  static Statement convert(Column column, Map<String, String> names, Catalog from, Catalog to) {
    String name = Quoting.name(column.id());
    String type = column.type();
    if (TableSql.isForeign(column.parent(), from)) {
      return ColumnSql.change(column.id(), "type " + AsideNames.replaced(type, names));
    }
    String using = new TypeSwap(column, names, from, to).value(name, "(" + name + ")", type, type);
    String collation = column.collation() == null ? "" : " collate " + column.collation();
    return ColumnSql.change(
        column.id(), "type " + AsideNames.replaced(type, names) + collation + " using " + using);
  }

  /**
   * @param value the expression of a value
   * @param whole the same, so that an attribute of it can be named
   * @param type its type as it is printed before
   * @param newType its type as it is printed after
   */
  private String value(String value, String whole, String type, String newType) {
    String target = AsideNames.replaced(newType, names);
    DatabaseObject before = find(type, from);
    DatabaseObject after = find(newType, to);
    boolean isArray = newType.endsWith("]");
    if (before instanceof CompositeType old
        && after instanceof CompositeType now
        && !hasSameShape(old, now)) {
      if (isArray) {
        throw new SlipwayException(
            PostgresError.CANNOT_CONVERT,
            "The %s holds arrays of the %s, whose attributes change: no expression converts them."
                .formatted(column.id(), now.id()),
            "Add a column of another type, fill it, and drop this one.");
      }
      return "case when %s is distinct from null then %s::%s end"
          .formatted(value, row(whole, old, now), target);
    }
    if (before instanceof Domain old
        && after instanceof Domain now
        && find(now.type(), to) == null
        && TypeConversion.of(old.type(), now.type()).using(value, now.type()) == null) {
      return value + "::" + now.type() + (isArray ? "[]" : "") + "::" + target;
    }
    boolean isOfEnums = isArray && after instanceof EnumType;
    return value + (isOfEnums ? "::text[]::" : "::text::") + target;
  }

  /** Values of the server's own types are left to it: it converts all that it can when told to. */
  private String row(String whole, CompositeType old, CompositeType now) {
    var values = new ArrayList<String>();
    for (Attribute attribute : now.attributes()) {
      String name = whole + "." + Quoting.identifier(attribute.name());
      Attribute before = find(old, attribute.name());
      if (before == null) {
        values.add("null");
      } else if (find(before.type(), from) == null && find(attribute.type(), to) == null) {
        String using =
            TypeConversion.of(before.type(), attribute.type()).using(name, attribute.type());
        values.add(using == null ? name : using);
      } else {
        values.add(value(name, "(" + name + ")", before.type(), attribute.type()));
      }
    }
    return "row(" + String.join(", ", values) + ")";
  }

  /** Whether a value prints alike in both types, so that one can be read as the other. */
  private boolean hasSameShape(CompositeType old, CompositeType now) {
    if (old.attributes().size() != now.attributes().size()) {
      return false;
    }
    for (int i = 0; i < old.attributes().size(); i++) {
      Attribute one = old.attributes().get(i);
      Attribute other = now.attributes().get(i);
      if (!one.name().equals(other.name())) {
        return false;
      }
      if (find(one.type(), from) instanceof CompositeType inner
          && find(other.type(), to) instanceof CompositeType innerNow
          && !hasSameShape(inner, innerNow)) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Attribute find(CompositeType type, String name) {
    return type.attributes().stream()
        .filter(attribute -> attribute.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  /** The user's type of a printed name, or of the elements of an array of it. */
  private static @Nullable DatabaseObject find(String printed, Catalog catalog) {
    for (Class<? extends DatabaseObject> kind :
        List.of(EnumType.class, CompositeType.class, Domain.class)) {
      for (DatabaseObject type : catalog.all(kind)) {
        ObjectId id = type.id();
        if (PrintedType.suffix(printed, id) != null) {
          return type;
        }
      }
    }
    return null;
  }
}
