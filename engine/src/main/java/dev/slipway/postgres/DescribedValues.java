package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.ColumnDefault;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Sequence;
import dev.slipway.catalog.SequenceOptions;
import dev.slipway.catalog.SequenceOwner;
import dev.slipway.schema.model.ColumnType;
import dev.slipway.schema.model.ColumnType.Basic;
import dev.slipway.schema.model.ColumnValue;
import dev.slipway.schema.model.Expression;
import dev.slipway.schema.model.ServerChosenName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Where the values of columns come from, in the words of a definition. */
final class DescribedValues {

  private final Catalog catalog;
  private final Map<ObjectId, Sequence> owned = new HashMap<>();

  DescribedValues(Catalog catalog) {
    this.catalog = catalog;
    for (SequenceOwner owner : catalog.all(SequenceOwner.class)) {
      if (catalog.find(owner.sequence()) instanceof Sequence sequence) {
        owned.put(owner.column(), sequence);
      }
    }
  }

  /** The default of a column; null for none. */
  @Nullable ColumnDefault defaultOf(Column column) {
    return catalog.find(ObjectId.about(Kind.COLUMN_DEFAULT, column.id())) instanceof ColumnDefault d
        ? d
        : null;
  }

  /** The sequence of a column that is as {@code serial} makes it; null for others. */
  @Nullable Sequence serial(Column column) {
    Sequence sequence = owned.get(column.id());
    ColumnDefault value = defaultOf(column);
    if (sequence == null || value == null || !column.notNull()) {
      return null;
    }
    String usual =
        ServerChosenName.of(column.id().path().get(1), List.of(column.id().name()), "seq");
    boolean isUsual =
        sequence.id().equals(ObjectId.of(Kind.SEQUENCE, column.id().schema(), usual))
            && sequence.type().equals(column.type())
            && !sequence.unlogged()
            && isUsual(sequence.options(), column.type());
    return isUsual && isNextOf(value.expression(), sequence.id()) ? sequence : null;
  }

  private static boolean isNextOf(String expression, ObjectId sequence) {
    return PrintedType.spellings(sequence).stream()
        .anyMatch(
            name -> expression.equals("nextval('" + name.replace("'", "''") + "'::regclass)"));
  }

  private static boolean isUsual(SequenceOptions options, String type) {
    long max =
        switch (type) {
          case "smallint" -> Short.MAX_VALUE;
          case "integer" -> Integer.MAX_VALUE;
          case "bigint" -> Long.MAX_VALUE;
          default -> 0;
        };
    return options.equals(new SequenceOptions(1, 1, 1, max, 1, false));
  }

  /** A default; literals that Java has as well become such. */
  static ColumnValue of(String expression, ColumnType type) {
    Expression literal = literal(expression, type);
    return new ColumnValue.Default(literal == null ? Expression.of(expression) : literal);
  }

  private static @Nullable Expression literal(String expression, ColumnType type) {
    if (type == Basic.BOOLEAN && (expression.equals("true") || expression.equals("false"))) {
      return Expression.of(DSL.inline(Boolean.parseBoolean(expression)));
    }
    if (expression.matches("\\d{1,9}")) {
      if (type == Basic.INTEGER) {
        return Expression.of(DSL.inline(Integer.parseInt(expression)));
      }
      if (type == Basic.BIGINT) {
        return Expression.of(DSL.inline(Long.parseLong(expression)));
      }
    }
    String text = text(expression, cast(type));
    return text == null ? null : Expression.of(DSL.inline(text, SQLDataType.CLOB));
  }

  /** The type that the server prints behind a literal of a column's type. */
  private static String cast(ColumnType type) {
    return switch (type) {
      case Basic basic when basic == Basic.TEXT -> "text";
      case Basic basic when basic == Basic.VARCHAR -> "character varying";
      case ColumnType.Varchar varchar -> "character varying";
      case ColumnType.Enumeration enumeration -> DefinedTypes.name(enumeration.type().name());
      default -> "";
    };
  }

  private static @Nullable String text(String expression, String cast) {
    Tokens tokens = Tokens.of(expression);
    boolean isLiteral =
        tokens.size() > 3
            && !cast.isEmpty()
            && tokens.list().get(0).text().startsWith("'")
            && expression.substring(tokens.list().get(0).end()).equals("::" + cast);
    String quoted = isLiteral ? tokens.list().get(0).text() : "''";
    return isLiteral ? quoted.substring(1, quoted.length() - 1).replace("''", "'") : null;
  }
}
