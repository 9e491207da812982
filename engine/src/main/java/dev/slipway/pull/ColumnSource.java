package dev.slipway.pull;

import dev.slipway.schema.model.ColumnType;
import dev.slipway.schema.model.ColumnValue;
import dev.slipway.schema.model.DefinedCheck;
import dev.slipway.schema.model.DefinedColumn;
import dev.slipway.schema.model.DefinedForeignKey;
import dev.slipway.schema.model.DefinedKey;
import dev.slipway.schema.model.Expression;
import dev.slipway.schema.model.SequenceOptions;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Param;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/** Prints a column as a field with its clauses. */
final class ColumnSource {

  private final Places places;
  private final SourceText file;
  private final TableClauses clauses;

  ColumnSource(Places places, SourceText file, TableClauses clauses) {
    this.places = places;
    this.file = file;
    this.clauses = clauses;
  }

  /** The field of a column. */
  Member member(DefinedColumn column) {
    return new Member(
        "column " + column.name(), column.name(), type(column), name -> chain(column, name));
  }

  private String type(DefinedColumn column) {
    String values = TypeWord.of(column.type(), places, file).valueType();
    return file.use("dev.slipway.schema.Column") + "<" + values + ">";
  }

  /**
   * What the field is initialized with.
   *
   * @param column the column
   * @param name its name as a literal; empty where the field says it
   */
  private Chain chain(DefinedColumn column, String name) {
    TypeWord word = TypeWord.of(column.type(), places, file);
    boolean isSerial = column.value() instanceof ColumnValue.Serial;
    Chain chain = word.call(name, isSerial ? serial(word.method()) : word.method());
    boolean isKey = clauses.isPrimaryKey(column.name());
    if (column.notNullName() != null) {
      chain.then("notNull(" + JavaText.quoted(column.notNullName()) + ")");
    } else if (column.notNull()
        && !isKey
        && !isSerial
        && !(column.value() instanceof ColumnValue.Identity)) {
      chain.then("notNull()");
    }
    value(chain, column);
    DefinedKey primaryKey = clauses.primaryKeyOf(column.name());
    if (primaryKey != null) {
      chain.then("primaryKey(" + argument(primaryKey.name()) + ")");
    }
    DefinedKey unique = clauses.uniqueOf(column.name());
    if (unique != null) {
      chain.then("unique(" + argument(unique.name()) + ")");
    }
    DefinedForeignKey reference = clauses.ownReference(column.name());
    if (reference != null) {
      chain.then(new ForeignKeySource(places, file, clauses.place()).ofColumn(reference));
    }
    for (DefinedCheck check : clauses.ownChecks(column.name())) {
      chain.then("check", check.condition().sql(SQLDialect.POSTGRES));
    }
    kept(chain, column);
    if (column.inherited()) {
      chain.then("inherited()");
    }
    if (column.comment() != null) {
      chain.then("withComment", column.comment());
    }
    return chain;
  }

  private static String argument(@Nullable String name) {
    return name == null ? "" : JavaText.quoted(name);
  }

  /** How its values are compared and kept. */
  private void kept(Chain chain, DefinedColumn column) {
    if (column.collation() != null) {
      String schema = column.collation().schema();
      chain.then(
          "withCollation("
              + (schema == null ? "" : JavaText.quoted(schema) + ", ")
              + JavaText.quoted(column.collation().name())
              + ")");
    }
    if (column.storage() != null) {
      String storage = file.use("dev.slipway.schema.model.ColumnStorage");
      chain.then("withStorage(" + storage + "." + column.storage() + ")");
    }
    if (column.compression() != null) {
      chain.then("withCompression(" + JavaText.quoted(column.compression()) + ")");
    }
  }

  private static String serial(String method) {
    return switch (method) {
      case "smallint" -> "smallserial";
      case "bigint" -> "bigserial";
      default -> "serial";
    };
  }

  private void value(Chain chain, DefinedColumn column) {
    switch (column.value()) {
      case null -> {}
      case ColumnValue.Default value ->
          defaultTo(chain, column.type(), value.expression(), places, file);
      case ColumnValue.Generated generated ->
          chain.then(
              generated.stored() ? "generatedAs" : "generatedVirtuallyAs",
              generated.expression().sql(SQLDialect.POSTGRES));
      case ColumnValue.Identity identity ->
          chain.then(
              (identity.always() ? "generatedAlwaysAsIdentity(" : "generatedByDefaultAsIdentity(")
                  + by(identity.options())
                  + ")");
      case ColumnValue.Serial serial -> {}
    }
  }

  private static String by(SequenceOptions options) {
    List<String> counting = new ArrayList<>();
    if (options.name() != null) {
      counting.add("named(" + JavaText.quoted(options.name()) + ")");
    }
    counting.addAll(counting(options));
    return counting.isEmpty() ? "" : "by -> by." + String.join(".", counting);
  }

  /** The calls that say how a sequence counts. */
  static List<String> counting(SequenceOptions options) {
    List<String> counting = new ArrayList<>();
    count(counting, "startWith", options.start());
    count(counting, "incrementBy", options.increment());
    count(counting, "minValue", options.least());
    count(counting, "maxValue", options.greatest());
    count(counting, "cache", options.cache());
    if (options.cycles()) {
      counting.add("cycle()");
    }
    return counting;
  }

  private static void count(List<String> counting, String word, @Nullable Long value) {
    if (value != null) {
      boolean isLong = value.intValue() != value;
      counting.add(word + "(" + value + (isLong ? "L)" : ")"));
    }
  }

  /** Adds a default. */
  static void defaultTo(
      Chain chain, ColumnType type, Expression value, Places places, SourceText file) {
    if (value instanceof Expression.Part(Param<?> literal)) {
      Object constant = literal.getValue();
      if (constant instanceof String text && type instanceof ColumnType.Enumeration enumeration) {
        EnumPlace place = places.of(enumeration.type());
        String name = place.constants().get(text);
        chain.then("defaultTo(" + file.use(place.qualifiedClass()) + "." + name + ")");
      } else if (constant instanceof String text) {
        chain.then("defaultTo", text);
      } else {
        chain.then("defaultTo(" + constant + (constant instanceof Long ? "L)" : ")"));
      }
    } else {
      chain.then("defaultSql", value.sql(SQLDialect.POSTGRES));
    }
  }
}
