package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.ColumnDefault;
import dev.slipway.catalog.Comment;
import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Grant;
import dev.slipway.catalog.Identity;
import dev.slipway.catalog.Index;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Partition;
import dev.slipway.catalog.Policy;
import dev.slipway.catalog.Sequence;
import dev.slipway.catalog.SequenceOwner;
import dev.slipway.catalog.Table;
import dev.slipway.catalog.Tuning;
import dev.slipway.schema.model.ColumnStorage;
import dev.slipway.schema.model.ColumnType;
import dev.slipway.schema.model.ColumnValue;
import dev.slipway.schema.model.DefinedCheck;
import dev.slipway.schema.model.DefinedColumn;
import dev.slipway.schema.model.DefinedExclusion;
import dev.slipway.schema.model.DefinedForeignKey;
import dev.slipway.schema.model.DefinedGrant;
import dev.slipway.schema.model.DefinedIndex;
import dev.slipway.schema.model.DefinedKey;
import dev.slipway.schema.model.DefinedPolicy;
import dev.slipway.schema.model.DefinedTable;
import dev.slipway.schema.model.Expression;
import dev.slipway.schema.model.ReplicaIdentity;
import dev.slipway.schema.model.Role;
import dev.slipway.schema.model.RowSecurity;
import dev.slipway.schema.model.SequenceOptions;
import dev.slipway.schema.model.ServerChosenName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One table in the words of a definition. Columns must be said whole, or the table is not said at
 * all; a constraint, index, grant or policy that can't be said is left out alone.
 */
final class DescribedTable {

  private final DescribedTables all;
  private final Catalog catalog;
  private final Table table;
  private final Set<ObjectId> objects = new TreeSet<>();
  private final List<DefinedColumn> columns = new ArrayList<>();
  private final List<DefinedKey> uniques = new ArrayList<>();
  private final List<DefinedForeignKey> foreignKeys = new ArrayList<>();
  private final List<DefinedCheck> checks = new ArrayList<>();
  private final List<DefinedExclusion> exclusions = new ArrayList<>();
  private final List<DefinedIndex> indexes = new ArrayList<>();
  private final List<DefinedPolicy> policies = new ArrayList<>();
  private final List<DefinedGrant> grants = new ArrayList<>();
  private @Nullable DefinedKey primaryKey;
  private ReplicaIdentity replicaIdentity = ReplicaIdentity.Kind.DEFAULT;

  DescribedTable(DescribedTables all, Catalog catalog, Table table) {
    this.all = all;
    this.catalog = catalog;
    this.table = table;
  }

  /** Whether everything that rows are made of can be said. */
  static boolean canBeSaid(Catalog catalog, Table table) {
    return isPlain(table)
        && DescribedPartitions.canBeSaid(table)
        && catalog.partsOf(table.id()).stream().noneMatch(Partition.class::isInstance)
        && !catalog.columnsOf(table.id()).isEmpty()
        && catalog.columnsOf(table.id()).stream().allMatch(DescribedTable::canBeSaid);
  }

  /** Whether nothing of the table itself is without a word. */
  static boolean isPlain(Table table) {
    return table.ofType() == null
        && table.accessMethod() == null
        && !table.isForeign()
        && !table.id().name().isBlank();
  }

  private static boolean canBeSaid(Column column) {
    Tuning tuning = column.tuning();
    Identity identity = column.identity();
    return (column.notNullAs() == null
            || (!column.notNullAs().unchecked() && !column.notNullAs().alone()))
        && (tuning == null
            || (tuning.statistics() == null
                && tuning.options().isEmpty()
                && tuning.foreign().isEmpty()))
        && !column.id().name().isBlank()
        && (identity == null || !identity.apart());
  }

  /** Everything that was said, once {@link #read} is done. */
  Set<ObjectId> objects() {
    return objects;
  }

  DefinedTable read() {
    objects.add(table.id());
    objects.add(ObjectId.of(Kind.SCHEMA, table.id().schema()));
    List<Column> inOrder = catalog.columnsOf(table.id());
    for (Column column : inOrder) {
      columns.add(column(column));
    }
    for (DatabaseObject part : catalog.partsOf(table.id())) {
      switch (part) {
        case Constraint constraint -> constraint(constraint);
        case Index index -> index(index);
        case Policy policy -> policy(policy);
        case Grant grant -> grant(grant, DescribedGrants.of(grant));
        default -> {}
      }
    }
    for (DatabaseObject part : catalog.partsOf(table.id())) {
      if (part instanceof dev.slipway.catalog.ReplicaIdentity identity) {
        replicaIdentity(identity);
      }
    }
    for (Column column : inOrder) {
      for (DatabaseObject part : catalog.partsOf(column.id())) {
        if (part instanceof Grant grant) {
          grant(grant, DescribedGrants.of(grant, column));
        }
      }
    }
    all.heirs().addInherited(table.id(), objects);
    return new DefinedTable(
        DescribedTypes.name(table.id().schema(), table.id().name()),
        null,
        comment(table.id()),
        table.unlogged(),
        DescribedParts.options(table.options()),
        all.heirs().parentsOf(table.id()).stream()
            .map(parent -> DescribedTypes.name(parent.schema(), parent.name()))
            .toList(),
        all.partitions().of(table, objects),
        columns,
        primaryKey,
        uniques,
        foreignKeys,
        checks,
        exclusions,
        indexes,
        List.of(),
        rowSecurity(),
        policies,
        replicaIdentity,
        all.publicationsOf(table.id(), objects),
        grants);
  }

  private RowSecurity rowSecurity() {
    return table.rowSecurity()
        ? table.forceRowSecurity() ? RowSecurity.FORCED : RowSecurity.ENABLED
        : RowSecurity.OFF;
  }

  /** The comment on an object, which is said with it. */
  private @Nullable String comment(ObjectId id) {
    if (catalog.find(ObjectId.about(Kind.COMMENT, id)) instanceof Comment comment) {
      objects.add(comment.id());
      return comment.text();
    }
    return null;
  }

  private DefinedColumn column(Column column) {
    objects.add(column.id());
    ColumnType type = all.types().of(column.type());
    type.parts().forEach(this::made);
    if (column.inherited()) {
      return inherited(column, type);
    }
    Tuning tuning = column.tuning() == null ? Tuning.NONE : column.tuning();
    return new DefinedColumn(
        column.id().name(),
        type,
        column.notNull(),
        column.notNullAs() == null ? null : column.notNullAs().name(),
        value(column, type),
        column.collation() == null ? null : DescribedParts.collation(column.collation()),
        tuning.storage() == null
            ? null
            : ColumnStorage.valueOf(tuning.storage().toUpperCase(Locale.ROOT)),
        tuning.compression(),
        /* inherited= */ false,
        comment(column.id()),
        null);
  }

  /** What comes from above is said there; a comment on it stays with itself. */
  private DefinedColumn inherited(Column column, ColumnType type) {
    ColumnDefault value = all.values().defaultOf(column);
    if (value != null) {
      objects.add(value.id());
    }
    return new DefinedColumn(
        column.id().name(),
        type,
        column.notNull(),
        null,
        null,
        null,
        null,
        null,
        /* inherited= */ true,
        null,
        null);
  }

  private void made(ColumnType type) {
    if (type instanceof ColumnType.Made made) {
      all.types().say(made, objects);
    }
  }

  private @Nullable ColumnValue value(Column column, ColumnType type) {
    Identity identity = column.identity();
    if (identity != null) {
      return new ColumnValue.Identity(identity.always(), counting(column, identity));
    }
    if (column.generated() != null) {
      return new ColumnValue.Generated(
          Expression.of(Tokens.bare(column.generated())), column.stored());
    }
    ColumnDefault value = all.values().defaultOf(column);
    if (value == null) {
      return null;
    }
    objects.add(value.id());
    Sequence sequence = all.values().serial(column);
    if (sequence == null) {
      return DescribedValues.of(value.expression(), type);
    }
    objects.add(sequence.id());
    for (DatabaseObject part : catalog.partsOf(sequence.id())) {
      if (part instanceof SequenceOwner) {
        objects.add(part.id());
      }
    }
    return ColumnValue.Serial.SERIAL;
  }

  private static SequenceOptions counting(Column column, Identity identity) {
    SequenceOptions options = DescribedCounting.of(identity.options(), column.type());
    String name =
        identity.sequence() == null ? Column.usualSequence(column.id()) : identity.sequence();
    String usual =
        ServerChosenName.of(column.id().path().get(1), List.of(column.id().name()), "seq");
    return name.equals(usual) ? options : options.named(name);
  }

  private void constraint(Constraint constraint) {
    if (constraint.id().name().isBlank()) {
      return;
    }
    Set<ObjectId> before = new TreeSet<>(objects);
    String comment = comment(constraint.id());
    boolean isSaid =
        switch (constraint.type()) {
          case PRIMARY_KEY -> {
            primaryKey = all.constraints().key(constraint, comment);
            yield primaryKey != null;
          }
          case UNIQUE -> add(uniques, all.constraints().key(constraint, comment));
          case CHECK ->
              add(checks, all.constraints().check(constraint, isOwn(constraint), comment));
          case FOREIGN_KEY ->
              add(
                  foreignKeys,
                  DescribedForeignKey.of(
                      constraint,
                      !all.isTarget(constraint),
                      all.constraints().name(constraint, constraint.columns(), "fkey", comment),
                      comment));
          case EXCLUSION -> add(exclusions, all.constraints().exclusion(constraint, comment));
        };
    if (isSaid) {
      objects.add(constraint.id());
    } else {
      objects.retainAll(before);
    }
  }

  private boolean isOwn(Constraint constraint) {
    return columns.stream()
        .noneMatch(column -> column.inherited() && constraint.columns().contains(column.name()));
  }

  private void index(Index index) {
    Comment comment =
        catalog.find(ObjectId.about(Kind.COMMENT, index.id())) instanceof Comment found
            ? found
            : null;
    String text = comment == null ? null : comment.text();
    if (!index.id().name().isBlank() && add(indexes, all.indexes().of(index, text))) {
      objects.add(index.id());
      if (comment != null) {
        objects.add(comment.id());
      }
    }
  }

  private static <T> boolean add(List<T> list, @Nullable T said) {
    return said != null && list.add(said);
  }

  private void grant(Grant grant, @Nullable List<DefinedGrant> said) {
    if (said != null) {
      grants.addAll(said);
      objects.add(grant.id());
    }
  }

  private void policy(Policy policy) {
    boolean isSaid =
        table.rowSecurity()
            && !policy.id().name().isBlank()
            && (policy.using() != null || policy.check() != null);
    if (isSaid) {
      objects.add(policy.id());
      policies.add(
          new DefinedPolicy(
              policy.id().name(),
              DefinedPolicy.Command.valueOf(policy.command()),
              !policy.permissive(),
              policy.roles().stream().map(Role::of).toList(),
              bare(policy.using()),
              bare(policy.check()),
              comment(policy.id())));
    }
  }

  private static @Nullable Expression bare(@Nullable String expression) {
    return expression == null ? null : Expression.of(Tokens.bare(expression));
  }

  private void replicaIdentity(dev.slipway.catalog.ReplicaIdentity identity) {
    switch (identity.mode()) {
      case FULL -> replicaIdentity = ReplicaIdentity.Kind.FULL;
      case NOTHING -> replicaIdentity = ReplicaIdentity.Kind.NOTHING;
      case INDEX -> {
        String name = String.valueOf(identity.index());
        boolean isSaid =
            objects.contains(ObjectId.of(Kind.INDEX, table.id().schema(), name))
                || objects.contains(
                    ObjectId.of(Kind.CONSTRAINT, table.id().schema(), table.id().name(), name));
        if (!isSaid) {
          return;
        }
        replicaIdentity = new ReplicaIdentity.Index(name);
      }
    }
    objects.add(identity.id());
  }
}
