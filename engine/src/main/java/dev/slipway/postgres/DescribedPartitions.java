package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.ColumnDefault;
import dev.slipway.catalog.Comment;
import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Index;
import dev.slipway.catalog.IndexPartition;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Partition;
import dev.slipway.catalog.Table;
import dev.slipway.schema.model.Expression;
import dev.slipway.schema.model.IndexPart;
import dev.slipway.schema.model.Partitioning;
import dev.slipway.schema.model.Partitioning.Bounds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * How tables are divided, in the words of a definition. A partition is said with its whole when it
 * is as the server makes it of the whole; what it has beyond that stays with itself.
 */
final class DescribedPartitions {

  private final Catalog catalog;
  private final Set<ObjectId> without;

  /**
   * @param catalog the catalog
   * @param without the tables that shall not be said
   */
  DescribedPartitions(Catalog catalog, Set<ObjectId> without) {
    this.catalog = catalog;
    this.without = without;
  }

  /** Whether the definition has words for the key of a table; true for one without. */
  static boolean canBeSaid(Table table) {
    return !table.isPartitioned() || key(table) != null;
  }

  /**
   * How a table is divided; what its partitions say is added.
   *
   * @param table the table; its own keys and indexes are among what is said
   * @param objects what is said
   * @return null for one that is not divided
   */
  @Nullable Partitioning of(Table table, Set<ObjectId> objects) {
    List<IndexPart> key = key(table);
    if (key == null) {
      return null;
    }
    List<Partitioning.Partition> usual = new ArrayList<>();
    List<Partitioning.Partition> rest = new ArrayList<>();
    for (ObjectId id : catalog.inheritorsOf(table.id())) {
      Partitioning.Partition said = partition(table, id, objects);
      if (said != null) {
        (said.bounds() == Bounds.Rest.REST ? rest : usual).add(said);
      }
    }
    usual.addAll(rest);
    return new Partitioning(strategy(table), key, usual);
  }

  private static Partitioning.Strategy strategy(Table table) {
    Tokens tokens = Tokens.of(String.valueOf(table.partitionedBy()));
    return Partitioning.Strategy.valueOf(tokens.list().get(0).text());
  }

  private static @Nullable List<IndexPart> key(Table table) {
    if (table.partitionedBy() == null) {
      return null;
    }
    Tokens tokens = Tokens.of(table.partitionedBy());
    var printed = new DescribedParts(tokens);
    List<IndexPart> key = new ArrayList<>();
    for (int[] border : tokens.separated(2, tokens.closing(1))) {
      IndexPart part = printed.part(border[0], border[1]);
      if (part == null || part.collation() != null || part.operatorClass() != null) {
        return null;
      }
      key.add(part);
    }
    return key;
  }

  private Partitioning.@Nullable Partition partition(
      Table whole, ObjectId id, Set<ObjectId> objects) {
    if (without.contains(id)
        || !(catalog.find(id) instanceof Table table)
        || !(catalog.find(ObjectId.about(Kind.PARTITION, id)) instanceof Partition partition)
        || !DescribedTable.isPlain(table)
        || table.rowSecurity()
        || !canBeSaid(table)) {
      return null;
    }
    Bounds bounds = bounds(partition.bounds());
    Set<ObjectId> said = parts(whole, table, objects);
    if (bounds == null || said == null) {
      return null;
    }
    objects.addAll(said);
    objects.add(id);
    objects.add(partition.id());
    objects.add(ObjectId.of(Kind.SCHEMA, id.schema()));
    String comment = null;
    if (catalog.find(ObjectId.about(Kind.COMMENT, id)) instanceof Comment found) {
      objects.add(found.id());
      comment = found.text();
    }
    return new Partitioning.Partition(
        DescribedTypes.name(id.schema(), id.name()),
        bounds,
        table.unlogged(),
        DescribedParts.options(table.options()),
        comment,
        of(table, objects));
  }

  /** What a partition has from its whole; null when something of the whole is missing there. */
  private @Nullable Set<ObjectId> parts(Table whole, Table partition, Set<ObjectId> objects) {
    Set<ObjectId> said = new HashSet<>();
    List<Column> above = catalog.columnsOf(whole.id());
    List<Column> own = catalog.columnsOf(partition.id());
    if (above.size() != own.size()) {
      return null;
    }
    for (int i = 0; i < own.size(); i++) {
      ColumnDefault value = defaultOf(own.get(i));
      if (!isAlike(own.get(i), above.get(i))
          || !Objects.equals(expression(value), expression(defaultOf(above.get(i))))) {
        return null;
      }
      said.add(own.get(i).id());
      if (value != null) {
        said.add(value.id());
      }
    }
    Set<ObjectId> attached = new HashSet<>();
    for (DatabaseObject part : catalog.partsOf(partition.id())) {
      if ((part instanceof Constraint || part instanceof Index)
          && catalog.find(ObjectId.about(Kind.INDEX_PARTITION, part.id()))
              instanceof IndexPartition fact
          && objects.contains(fact.whole())) {
        attached.add(fact.whole());
        said.add(fact.id());
        said.add(part.id());
      }
    }
    for (DatabaseObject part : catalog.partsOf(whole.id())) {
      boolean isMissing =
          switch (part) {
            case Index index -> objects.contains(index.id()) && !attached.contains(index.id());
            case Constraint constraint ->
                objects.contains(constraint.id()) && !isIn(constraint, partition, attached, said);
            default -> false;
          };
      if (isMissing) {
        return null;
      }
    }
    return said;
  }

  private boolean isIn(
      Constraint constraint, Table partition, Set<ObjectId> attached, Set<ObjectId> said) {
    return switch (constraint.type()) {
      case PRIMARY_KEY, UNIQUE, EXCLUSION -> attached.contains(constraint.id());
      case FOREIGN_KEY -> true;
      case CHECK -> {
        List<String> path = partition.id().path();
        ObjectId id =
            ObjectId.of(Kind.CONSTRAINT, path.get(0), path.get(1), constraint.id().name());
        said.add(id);
        yield catalog.find(id) instanceof Constraint own
            && own.definition().equals(constraint.definition())
            && own.validated();
      }
    };
  }

  private static boolean isAlike(Column own, Column above) {
    return own.id().name().equals(above.id().name())
        && own.type().equals(above.type())
        && own.notNull() == above.notNull()
        && Objects.equals(own.collation(), above.collation())
        && Objects.equals(own.generated(), above.generated())
        && own.stored() == above.stored()
        && Objects.equals(own.tuning(), above.tuning());
  }

  private @Nullable ColumnDefault defaultOf(Column column) {
    return catalog.find(ObjectId.about(Kind.COLUMN_DEFAULT, column.id())) instanceof ColumnDefault d
        ? d
        : null;
  }

  private static @Nullable String expression(@Nullable ColumnDefault value) {
    return value == null ? null : value.expression();
  }

  /** The bounds as the server prints them; null for what is printed otherwise. */
  private static @Nullable Bounds bounds(String printed) {
    Tokens tokens = Tokens.of(printed);
    if (tokens.is(0, "DEFAULT")) {
      return Bounds.Rest.REST;
    }
    if (tokens.are(2, "FROM", "(")) {
      int close = tokens.closing(3);
      return new Bounds.Between(
          values(tokens, 4, close), values(tokens, close + 3, tokens.size() - 1));
    }
    if (tokens.are(2, "IN", "(")) {
      return new Bounds.In(values(tokens, 4, tokens.size() - 1));
    }
    return tokens.are(2, "WITH", "(", "modulus")
        ? new Bounds.Remainder(
            Integer.parseInt(tokens.list().get(5).text()),
            Integer.parseInt(tokens.list().get(8).text()))
        : null;
  }

  private static List<Expression> values(Tokens tokens, int from, int to) {
    List<Expression> values = new ArrayList<>();
    for (int[] border : tokens.separated(from, to)) {
      String value = tokens.between(border[0], border[1]);
      boolean isText = value.startsWith("'") && border[1] - border[0] == 1;
      values.add(
          isText
              ? Expression.of(
                  DSL.inline(
                      value.substring(1, value.length() - 1).replace("''", "'"), SQLDataType.CLOB))
              : Expression.of(value));
    }
    return values;
  }
}
