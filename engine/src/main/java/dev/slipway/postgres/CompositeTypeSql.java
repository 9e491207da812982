package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.CompositeType;
import dev.slipway.catalog.CompositeType.Attribute;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Alteration;
import dev.slipway.error.SlipwayException;
import dev.slipway.plan.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Composite types as SQL (manual: CREATE TYPE, ALTER TYPE). */
final class CompositeTypeSql implements TypeSql<CompositeType> {

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
  public List<Statement> create(CompositeType type, List<DatabaseObject> within) {
    String attributes =
        type.attributes().stream()
            .map(attribute -> "  " + definition(attribute))
            .collect(Collectors.joining(",\n"));
    return List.of(
        Statement.of(
            "create type "
                + Quoting.qualified(type.id())
                + " as ("
                + (attributes.isEmpty() ? "" : "\n" + attributes + "\n")
                + ")"));
  }

  private static String definition(Attribute attribute) {
    return Quoting.identifier(attribute.name()) + " " + typeOf(attribute);
  }

  private static String typeOf(Attribute attribute) {
    return attribute.type()
        + (attribute.collation() == null ? "" : " collate " + attribute.collation());
  }

  @Override
  public List<Statement> drop(CompositeType type) {
    return List.of(Statement.of("drop type " + Quoting.qualified(type.id())));
  }

  /**
   * New attributes come last, so another order needs another type; so does another type of an
   * attribute, while a column holds values: the server refuses to rewrite them.
   */
  @Override
  public Alteration alter(CompositeType before, CompositeType after, Catalog from, Catalog to) {
    List<String> kept = new ArrayList<>(names(before));
    kept.retainAll(names(after));
    List<Attribute> retyped = new ArrayList<>();
    for (Attribute attribute : after.attributes()) {
      Attribute old = find(before, attribute.name());
      if (old != null && !old.equals(attribute)) {
        retyped.add(attribute);
      }
    }
    boolean staysInOrder = kept.equals(names(after).subList(0, kept.size()));
    if (!staysInOrder && (hasTables(after.id(), from) || hasTables(after.id(), to))) {
      throw new SlipwayException(
          PostgresError.TYPED_TABLE,
          "The attributes of "
              + after.id()
              + " can't come into another order while tables are of it: "
              + String.join(", ", names(before))
              + " would become "
              + String.join(", ", names(after))
              + ", or the reverse on the way back.",
          "Let new attributes come last and only the last ones go, or take the tables off the type"
              + " first (alter table … not of) in a migration of their own.");
    }
    if (!staysInOrder
        || (!retyped.isEmpty()
            && (Holding.isHeld(after.id(), from) || Holding.isHeld(after.id(), to)))) {
      return new Alteration.Recreate();
    }
    var changes = new ArrayList<String>();
    for (Attribute attribute : before.attributes()) {
      if (!kept.contains(attribute.name())) {
        changes.add("drop attribute " + Quoting.identifier(attribute.name()));
      }
    }
    for (Attribute attribute : retyped) {
      changes.add(
          "alter attribute " + Quoting.identifier(attribute.name()) + " type " + typeOf(attribute));
    }
    for (Attribute attribute : after.attributes().subList(kept.size(), after.attributes().size())) {
      changes.add("add attribute " + definition(attribute));
    }
    boolean onlyAdds = kept.size() == before.attributes().size() && retyped.isEmpty();
    String cascade = hasTables(after.id(), from) ? " cascade" : "";
    String alter = "alter type " + Quoting.qualified(after.id()) + " ";
    return new Alteration.InPlace(
        changes.stream().map(change -> Statement.of(alter + change + cascade)).toList(), !onlyAdds);
  }

  private static List<String> names(CompositeType type) {
    return type.attributes().stream().map(Attribute::name).toList();
  }

  private static @Nullable Attribute find(CompositeType type, String name) {
    return type.attributes().stream()
        .filter(attribute -> attribute.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  private static boolean hasTables(ObjectId type, Catalog catalog) {
    return catalog.dependencies().dependentsOf(type).stream()
        .anyMatch(dependent -> dependent.kind() == Kind.TABLE);
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    return List.of(
        Statement.of("alter type " + Quoting.qualified(from) + " rename to " + Quoting.name(to)));
  }

  /** Tables of the type rename their columns along. */
  @Override
  public List<Statement> renamePart(CompositeType whole, String from, String to) {
    return List.of(
        Statement.of(
            "alter type %s rename attribute %s to %s cascade"
                .formatted(
                    Quoting.qualified(whole.id()),
                    Quoting.identifier(from),
                    Quoting.identifier(to))));
  }

  @Override
  public List<String> partsOf(CompositeType whole) {
    return names(whole);
  }

  @Override
  public @Nullable String loss(CompositeType before, @Nullable CompositeType after) {
    List<String> gone = new ArrayList<>(names(before));
    if (after == null) {
      return null;
    }
    gone.removeAll(names(after));
    return gone.isEmpty()
        ? null
        : "Every value of %s of %s is lost."
            .formatted(
                gone.stream().map(Quoting::identifier).collect(Collectors.joining(", ")),
                before.id());
  }

  @Override
  public CompositeType aside(CompositeType type, ObjectId aside, UnaryOperator<String> types) {
    return new CompositeType(
        aside,
        type.attributes().stream()
            .map(attribute ->
                new Attribute(
                    attribute.name(), types.apply(attribute.type()), attribute.collation()))
            .toList());
  }
}
