package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.EnumType;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.RowCheck;
import dev.slipway.plan.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Enumerated types as SQL (manual: CREATE TYPE, ALTER TYPE). */
final class EnumTypeSql implements TypeSql<EnumType> {

  @Override
  public String systemCatalog() {
    return "pg_type";
  }

  @Override
  public String target(ObjectId id) {
    return "type " + Quoting.qualified(id);
  }

  @Override
  public String grantTarget(ObjectId id) {
    return "type " + Quoting.qualified(id);
  }

  @Override
  public List<Statement> create(EnumType type, List<DatabaseObject> within) {
    String values = type.values().stream().map(Quoting::literal).collect(Collectors.joining(", "));
    return List.of(
        Statement.of("create type " + Quoting.qualified(type.id()) + " as enum (" + values + ")"));
  }

  @Override
  public List<Statement> drop(EnumType type) {
    return List.of(Statement.of("drop type " + Quoting.qualified(type.id())));
  }

  /**
   * A new value is added in place, unless the same transaction needs it: the server refuses its use
   * before the commit (55P04). Then, and where a value goes or moves, another type takes the type's
   * place.
   */
  @Override
  public Alteration alter(EnumType before, EnumType after, Catalog from, Catalog to) {
    List<String> added = new ArrayList<>(after.values());
    added.removeAll(before.values());
    List<String> kept = new ArrayList<>(after.values());
    kept.removeAll(added);
    if (kept.equals(before.values()) && !EnumValueUse.isNeededAtOnce(after, added, from, to)) {
      return new Alteration.InPlace(addValues(before, after), false);
    }
    return new Alteration.Recreate();
  }

  private static List<Statement> addValues(EnumType before, EnumType after) {
    var statements = new ArrayList<Statement>();
    List<String> values = after.values();
    for (int i = 0; i < values.size(); i++) {
      if (!before.values().contains(values.get(i))) {
        statements.add(
            Statement.of(
                "alter type "
                    + Quoting.qualified(after.id())
                    + " add value "
                    + Quoting.literal(values.get(i))
                    + place(before, values, i)));
      }
    }
    return statements;
  }

  /** Values are added from the first to the last: the one before is always there. */
  private static String place(EnumType before, List<String> values, int i) {
    if (i > 0) {
      return " after " + Quoting.literal(values.get(i - 1));
    }
    return before.values().isEmpty() ? "" : " before " + Quoting.literal(before.values().get(0));
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    return List.of(
        Statement.of("alter type " + Quoting.qualified(from) + " rename to " + Quoting.name(to)));
  }

  @Override
  public List<String> partsOf(EnumType type) {
    return type.values();
  }

  @Override
  public List<Statement> renamePart(EnumType type, String from, String to) {
    return List.of(
        Statement.of(
            "alter type %s rename value %s to %s"
                .formatted(
                    Quoting.qualified(type.id()), Quoting.literal(from), Quoting.literal(to))));
  }

  @Override
  public @Nullable String loss(EnumType before, @Nullable EnumType after) {
    List<String> gone = after == null ? List.of() : gone(before, after);
    return gone.isEmpty()
        ? null
        : "The "
            + before.id()
            + " loses "
            + String.join(", ", gone.stream().map(Quoting::literal).toList())
            + ".";
  }

  /** Asks every column that keeps the type. */
  @Override
  public List<RowCheck> rowChecks(
      @Nullable EnumType before, EnumType after, Catalog from, Catalog to) {
    List<String> gone = before == null ? List.of() : gone(before, after);
    if (before == null || gone.isEmpty()) {
      return List.of();
    }
    return TypeUse.inBoth(from, to, before.id()).stream().map(use -> use.without(gone)).toList();
  }

  private static List<String> gone(EnumType before, EnumType after) {
    List<String> gone = new ArrayList<>(before.values());
    gone.removeAll(after.values());
    return gone;
  }

  @Override
  public EnumType aside(EnumType type, ObjectId aside, UnaryOperator<String> types) {
    return new EnumType(aside, type.values());
  }
}
