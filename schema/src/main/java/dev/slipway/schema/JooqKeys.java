package dev.slipway.schema;

import dev.slipway.schema.model.DefinedCheck;
import dev.slipway.schema.model.DefinedKey;
import dev.slipway.schema.model.ReferentialAction;
import dev.slipway.schema.model.ServerChosenName;
import java.util.List;
import java.util.Objects;
import org.jooq.Check;
import org.jooq.ForeignKey;
import org.jooq.Index;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jooq.impl.QOM.ForeignKeyRule;
import org.jspecify.annotations.Nullable;

/**
 * A table's keys in jOOQ's terms, each made once. Where the definition gives no name, it is the one
 * that PostgreSQL chooses for a key or an index over columns when nothing else has it; the names of
 * nameless checks and of indexes over expressions are only for show.
 */
final class JooqKeys {

  private final TableDefinition table;
  private final @Nullable UniqueKey<Record> primaryKey;
  private final List<UniqueKey<Record>> uniqueKeys;
  private @Nullable List<ForeignKey<Record, ?>> references;

  JooqKeys(TableDefinition table) {
    table.seal();
    this.table = table;
    DefinedKey key = KeyReader.primaryKey(table);
    this.primaryKey = key == null ? null : unique(table, key, List.of(), "pkey");
    this.uniqueKeys =
        KeyReader.uniques(table).stream()
            .map(unique -> unique(table, unique, unique.columns(), "key"))
            .toList();
  }

  @Nullable UniqueKey<Record> primaryKey() {
    return primaryKey;
  }

  List<UniqueKey<Record>> uniqueKeys() {
    return uniqueKeys;
  }

  /** Resolved when first asked for: tables may reference each other. */
  synchronized List<ForeignKey<Record, ?>> references() {
    List<ForeignKey<Record, ?>> known = references;
    if (known == null) {
      known =
          ResolvedReference.of(table).stream().<ForeignKey<Record, ?>>map(this::foreign).toList();
      references = known;
    }
    return known;
  }

  List<Index> indexes() {
    return table.parts().indexes.stream()
        .map(clause -> {
          var index = clause.defined();
          String name = index.name();
          return Internal.createIndex(
              DSL.name(name == null ? serverName(clause) : name),
              table,
              clause.orderFields().toArray(OrderField<?>[]::new),
              index.unique());
        })
        .toList();
  }

  private String serverName(IndexClause clause) {
    List<String> columns =
        clause.defined().parts().stream()
            .map(part ->
                part.key() instanceof dev.slipway.schema.model.IndexPart.Key.OfColumn(String name)
                    ? name
                    : "expr")
            .toList();
    return ServerChosenName.of(table.definedName(), columns, "idx");
  }

  List<Check<Record>> checks() {
    return table.definition().checks().stream().map(this::check).toList();
  }

  private Check<Record> check(DefinedCheck check) {
    String name = check.name();
    return Internal.createCheck(
        table,
        DSL.name(
            name == null ? ServerChosenName.of(table.definedName(), List.of(), "check") : name),
        check.condition().sql(SQLDialect.POSTGRES));
  }

  private ForeignKey<Record, Record> foreign(ResolvedReference reference) {
    ForeignKeySpec spec = reference.spec();
    TableDefinition target = reference.target();
    String name = spec.rules().name();
    return Internal.createForeignKey(
        table,
        DSL.name(
            name == null ? ServerChosenName.of(table.definedName(), spec.columns(), "fkey") : name),
        fields(table, spec.columns()),
        target.uniqueKeyOver(reference.key()),
        fields(target, reference.targetColumns()),
        true,
        rule(spec.rules().onDelete()),
        rule(spec.rules().onUpdate()));
  }

  /** The key of these columns; one of jOOQ's own for a unique index. */
  UniqueKey<Record> over(DefinedKey key) {
    List<TableField<Record, ?>> wanted = List.of(fields(table, key.columns()));
    if (primaryKey != null && primaryKey.getFields().equals(wanted)) {
      return primaryKey;
    }
    return uniqueKeys.stream()
        .filter(unique -> unique.getFields().equals(wanted))
        .findFirst()
        .orElseGet(() -> unique(table, key, key.columns(), "idx"));
  }

  private static UniqueKey<Record> unique(
      TableDefinition table, DefinedKey key, List<String> named, String label) {
    String name = key.name();
    return Internal.createUniqueKey(
        table,
        DSL.name(name == null ? ServerChosenName.of(table.definedName(), named, label) : name),
        fields(table, key.columns()),
        true);
  }

  private static TableField<Record, ?>[] fields(TableDefinition table, List<String> names) {
    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type has no other way
    TableField<Record, ?>[] fields = new TableField[names.size()];
    for (int i = 0; i < fields.length; i++) {
      fields[i] = Objects.requireNonNull(table.parts().column(names.get(i)));
    }
    return fields;
  }

  private static @Nullable ForeignKeyRule rule(ReferentialAction action) {
    return switch (action) {
      case NO_ACTION -> null;
      case CASCADE -> ForeignKeyRule.CASCADE;
      case RESTRICT -> ForeignKeyRule.RESTRICT;
      case SET_NULL -> ForeignKeyRule.SET_NULL;
      case SET_DEFAULT -> ForeignKeyRule.SET_DEFAULT;
    };
  }
}
