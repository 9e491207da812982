package dev.slipway.question;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.CompositeType;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Domain;
import dev.slipway.catalog.EnumType;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Partition;
import dev.slipway.catalog.RangeType;
import dev.slipway.catalog.Schema;
import dev.slipway.catalog.Sequence;
import dev.slipway.catalog.SequenceOwner;
import dev.slipway.catalog.Table;
import dev.slipway.dialect.Dialect;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether something gone and something new are alike enough that a person is asked whether they are
 * the same. It decides nothing else, and rather asks too much than too little.
 */
final class Likeness {

  private final Dialect dialect;
  private final Catalog before;
  private final Catalog after;
  private final Map<String, Set<String>> contentsBefore;
  private final Map<String, Set<String>> contentsAfter;
  private final Map<ObjectId, Set<String>> namesBefore = new HashMap<>();
  private final Map<ObjectId, Set<String>> namesAfter = new HashMap<>();

  Likeness(Dialect dialect, Catalog before, Catalog after) {
    this.dialect = dialect;
    this.before = before;
    this.after = after;
    this.contentsBefore = contents(before);
    this.contentsAfter = contents(after);
  }

  /** What is in each schema. */
  private static Map<String, Set<String>> contents(Catalog catalog) {
    Map<String, Set<String>> contents = new HashMap<>();
    for (DatabaseObject object : catalog.objects()) {
      if (object.id().kind().home() == Kind.Home.SCHEMA) {
        contents
            .computeIfAbsent(object.id().schema(), key -> new HashSet<>())
            .add(object.id().kind() + " " + object.id().name());
      }
    }
    return contents;
  }

  /** What something gone has in common with what it may have become, if anything. */
  Set<String> featuresBefore(DatabaseObject old) {
    return features(old, before, namesBefore, contentsBefore);
  }

  /** The same of something new. */
  Set<String> featuresNow(DatabaseObject now) {
    return features(now, after, namesAfter, contentsAfter);
  }

  /** A type is told apart from a name by a character that no name has. */
  private static Set<String> features(
      DatabaseObject object,
      Catalog catalog,
      Map<ObjectId, Set<String>> names,
      Map<String, Set<String>> contents) {
    return switch (object) {
      case Schema schema -> contents.getOrDefault(schema.id().name(), Set.of());
      case Table table -> {
        Set<String> all = new HashSet<>(names(catalog, names, table.id()));
        all.add("\0" + types(catalog, table));
        yield all;
      }
      case Column column -> Set.of("\0" + column.type());
      case EnumType type -> Set.copyOf(type.values());
      case CompositeType type -> Set.copyOf(names(type));
      case Domain domain -> Set.of("\0" + domain.type());
      case RangeType range -> Set.of("\0" + range.subtype());
      default -> Set.of("\0");
    };
  }

  /** Whether a person is asked. */
  boolean isLikely(DatabaseObject old, DatabaseObject now) {
    return switch (old) {
      case Schema schema when now instanceof Schema -> degree(old, now) > 0;
      case Table table when now instanceof Table other ->
          !table.isForeign()
              && !other.isForeign()
              && (isMoved(old, now)
                  || degree(old, now) > 0
                  || types(before, table).equals(types(after, other)));
      case Column column when now instanceof Column other -> isLikely(column, other);
      case Sequence sequence when now instanceof Sequence ->
          isFree(before, sequence) && isFree(after, now);
      case EnumType type when now instanceof EnumType -> isMoved(type, now) || degree(old, now) > 0;
      case CompositeType type when now instanceof CompositeType ->
          isMoved(type, now) || degree(old, now) > 0;
      case Domain domain when now instanceof Domain other ->
          isMoved(old, now) || domain.type().equals(other.type());
      case RangeType range when now instanceof RangeType other ->
          isMoved(old, now) || range.subtype().equals(other.subtype());
      default -> false;
    };
  }

  /** How much they have in common; what has most is shown first. */
  int degree(DatabaseObject old, DatabaseObject now) {
    return switch (old) {
      case Schema schema ->
          common(
              contentsBefore.getOrDefault(schema.id().name(), Set.of()),
              contentsAfter.getOrDefault(now.id().name(), Set.of()));
      case Table table ->
          common(names(before, namesBefore, table.id()), names(after, namesAfter, now.id()));
      case Column column when now instanceof Column other ->
          column.type().equals(other.type()) ? 1 : 0;
      case EnumType type when now instanceof EnumType other ->
          common(type.values(), other.values());
      case CompositeType type when now instanceof CompositeType other ->
          common(names(type), names(other));
      default -> 0;
    };
  }

  /** Whether a part of an object can have become another. */
  boolean isLikelyPart(DatabaseObject old, String from, DatabaseObject now, @Nullable String to) {
    return switch (old) {
      case EnumType type -> true;
      case CompositeType type when now instanceof CompositeType other ->
          couldFollow(type(type, from), type(other, to));
      default -> false;
    };
  }

  /**
   * What a generated column holds is computed anew; what a table has only from above, or from its
   * type, is asked about there.
   */
  private boolean isLikely(Column old, Column now) {
    return old.generated() == null
        && now.generated() == null
        && !old.inherited()
        && !now.inherited()
        && isOwn(before, old)
        && isOwn(after, now)
        && dialect.couldFollow(old.type(), now.type());
  }

  private static boolean isOwn(Catalog catalog, Column column) {
    return !(catalog.find(ObjectId.about(Kind.PARTITION, column.parent())) instanceof Partition)
        && catalog.find(column.parent()) instanceof Table table
        && table.ofType() == null;
  }

  /** One that belongs to a column goes with that. */
  private static boolean isFree(Catalog catalog, DatabaseObject sequence) {
    return !(catalog.find(ObjectId.about(Kind.SEQUENCE_OWNER, sequence.id()))
        instanceof SequenceOwner);
  }

  private static boolean isMoved(DatabaseObject old, DatabaseObject now) {
    return old.id().name().equals(now.id().name());
  }

  private boolean couldFollow(@Nullable String from, @Nullable String to) {
    return from != null && to != null && dialect.couldFollow(from, to);
  }

  private static @Nullable String type(CompositeType type, @Nullable String name) {
    return type.attributes().stream()
        .filter(attribute -> attribute.name().equals(name))
        .map(CompositeType.Attribute::type)
        .findFirst()
        .orElse(null);
  }

  private static List<String> types(Catalog catalog, Table table) {
    return catalog.columnsOf(table.id()).stream().map(Column::type).toList();
  }

  private static Set<String> names(
      Catalog catalog, Map<ObjectId, Set<String>> known, ObjectId table) {
    return known.computeIfAbsent(
        table,
        key ->
            catalog.columnsOf(table).stream()
                .map(column -> column.id().name())
                .collect(Collectors.toSet()));
  }

  private static List<String> names(CompositeType type) {
    return type.attributes().stream().map(CompositeType.Attribute::name).toList();
  }

  private static int common(Collection<String> some, Collection<String> others) {
    Set<String> both = new HashSet<>(some);
    both.retainAll(others);
    return both.size();
  }
}
