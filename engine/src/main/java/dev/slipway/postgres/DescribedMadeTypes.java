package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Comment;
import dev.slipway.catalog.CompositeType;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Domain;
import dev.slipway.catalog.DomainConstraint;
import dev.slipway.catalog.EnumType;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.schema.model.ColumnType;
import dev.slipway.schema.model.ColumnValue;
import dev.slipway.schema.model.DefinedCheck;
import dev.slipway.schema.model.DefinedComposite;
import dev.slipway.schema.model.DefinedDomain;
import dev.slipway.schema.model.DefinedEnum;
import dev.slipway.schema.model.Expression;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The types that a catalog's user made, in the words of a definition. */
final class DescribedMadeTypes {

  private static final int LONGEST_VALUE = 63;

  /** What the constructor of a Java record takes at most. */
  private static final int MOST_ATTRIBUTES = 250;

  private final Catalog catalog;
  private final DescribedTypes types;

  DescribedMadeTypes(Catalog catalog, DescribedTypes types) {
    this.catalog = catalog;
    this.types = types;
  }

  /** The type in the words of a definition; null when it can't be said. */
  ColumnType.@Nullable Made of(DatabaseObject type) {
    if (type.id().name().isBlank()) {
      return null;
    }
    return switch (type) {
      case EnumType each -> enumeration(each);
      case Domain domain -> domain(domain);
      case CompositeType composite -> composite(composite);
      default -> null;
    };
  }

  private ColumnType.@Nullable Made enumeration(EnumType type) {
    boolean isSaid =
        !type.values().isEmpty()
            && type.values().stream()
                .noneMatch(value ->
                    value.isBlank()
                        || value.getBytes(StandardCharsets.UTF_8).length > LONGEST_VALUE);
    return isSaid
        ? new ColumnType.Enumeration(
            new DefinedEnum(
                DescribedTypes.name(type.id().schema(), type.id().name()),
                type.values(),
                Map.of(),
                comment(type.id()),
                null))
        : null;
  }

  private ColumnType.@Nullable Made domain(Domain domain) {
    ColumnType base = types.of(domain.type());
    boolean isOverOther =
        base.parts()
            .anyMatch(part ->
                part instanceof ColumnType.OfDomain other
                    && !DefinedTypes.schema(other.name()).equals(domain.id().schema()));
    if (domain.notNullName() != null || isOverOther) {
      return null;
    }
    List<DefinedCheck> checks = new ArrayList<>();
    for (DomainConstraint check : checks(domain.id())) {
      boolean isNameless =
          catalog.partsOf(domain.id()).stream().filter(DomainConstraint.class::isInstance).count()
                  == 1
              && check.id().name().equals(domain.id().name() + "_check");
      Tokens tokens = Tokens.of(check.definition());
      checks.add(
          new DefinedCheck(
              isNameless ? null : check.id().name(),
              Expression.of(Tokens.bare(tokens.between(2, tokens.closing(1))))));
    }
    return new ColumnType.OfDomain(
        new DefinedDomain(
            DescribedTypes.name(domain.id().schema(), domain.id().name()),
            base,
            domain.notNull(),
            domain.defaultValue() == null
                ? null
                : ((ColumnValue.Default) DescribedValues.of(domain.defaultValue(), base))
                    .expression(),
            checks,
            domain.collation() == null ? null : DescribedParts.collation(domain.collation()),
            comment(domain.id()),
            null));
  }

  /** The checks that can be said: every value is known to satisfy them. */
  private List<DomainConstraint> checks(ObjectId domain) {
    List<DomainConstraint> all = new ArrayList<>();
    for (DatabaseObject part : catalog.partsOf(domain)) {
      if (part instanceof DomainConstraint check && check.validated()) {
        Tokens tokens = Tokens.of(check.definition());
        if (tokens.is(0, "CHECK")
            && tokens.closing(1) == tokens.size() - 1
            && !check.id().name().isBlank()) {
          all.add(check);
        }
      }
    }
    return all;
  }

  private ColumnType.@Nullable Made composite(CompositeType composite) {
    List<CompositeType.Attribute> all = composite.attributes();
    boolean isSaid =
        !all.isEmpty()
            && all.size() <= MOST_ATTRIBUTES
            && all.stream().allMatch(each -> each.collation() == null && !each.name().isBlank());
    return isSaid
        ? new ColumnType.OfComposite(
            new DefinedComposite(
                DescribedTypes.name(composite.id().schema(), composite.id().name()),
                all.stream()
                    .map(each ->
                        new DefinedComposite.Attribute(
                            each.name(),
                            withoutDomains(types.of(each.type()), each.type()),
                            text(ofAttribute(composite.id(), each.name())),
                            null))
                    .toList(),
                comment(composite.id()),
                null))
        : null;
  }

  /** A record names a domain, since no Java type stands for one. */
  private static ColumnType withoutDomains(ColumnType type, String printed) {
    return switch (type) {
      case ColumnType.OfDomain domain -> new ColumnType.Named(printed);
      case ColumnType.Array array ->
          new ColumnType.Array(
              withoutDomains(array.element(), printed.substring(0, printed.length() - 2)));
      default -> type;
    };
  }

  /** Adds what is said with a type. */
  void say(ColumnType.Made type, Set<ObjectId> objects) {
    String schema = DefinedTypes.schema(type.name());
    String name = type.name().name();
    ObjectId id =
        switch (type) {
          case ColumnType.Enumeration enumeration -> ObjectId.of(Kind.ENUM, schema, name);
          case ColumnType.OfComposite composite -> {
            ObjectId own = ObjectId.of(Kind.COMPOSITE_TYPE, schema, name);
            composite
                .type()
                .attributes()
                .forEach(each -> sayComment(ofAttribute(own, each.name()), objects));
            yield own;
          }
          case ColumnType.OfDomain domain -> {
            ObjectId own = ObjectId.of(Kind.DOMAIN, schema, name);
            checks(own).forEach(check -> objects.add(check.id()));
            yield own;
          }
        };
    objects.add(id);
    objects.add(ObjectId.of(Kind.SCHEMA, schema));
    sayComment(ObjectId.about(Kind.COMMENT, id), objects);
  }

  private void sayComment(ObjectId comment, Set<ObjectId> objects) {
    if (catalog.has(comment)) {
      objects.add(comment);
    }
  }

  private static ObjectId ofAttribute(ObjectId composite, String attribute) {
    return ObjectId.about(Kind.COMMENT, composite, "column", attribute);
  }

  private @Nullable String comment(ObjectId id) {
    return text(ObjectId.about(Kind.COMMENT, id));
  }

  private @Nullable String text(ObjectId id) {
    return catalog.find(id) instanceof Comment comment ? comment.text() : null;
  }
}
