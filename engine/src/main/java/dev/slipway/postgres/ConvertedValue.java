package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.EnumType;
import dev.slipway.catalog.Kind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a column of another type gets of each row, be it by a statement or by a trigger.
 *
 * @param before the column of the old type
 * @param after the column of the new type
 * @param kept where values are that were of the new type before, as rows have them that were not
 *     written since; null where there are none
 */
record ConvertedValue(Column before, Column after, @Nullable String kept) {

  /** Types whose values mean the same, and are written alike, whatever a session has set. */
  private static final Set<String> STEADY =
      Set.of(
          "smallint",
          "integer",
          "bigint",
          "numeric",
          "real",
          "double precision",
          "text",
          "character varying",
          "character",
          "boolean",
          "uuid",
          "json",
          "jsonb",
          "inet",
          "cidr",
          "macaddr",
          "macaddr8",
          "bit",
          "bit varying");

  private static final Set<String> FLOATING = Set.of("real", "double precision");

  /** What an expression begins with that names the columns of the row that is written. */
  private static final String ROW = "new.";

  /**
   * Whether each session makes the same value of another: one with another time zone, say, or
   * another number of digits, does not.
   */
  static boolean isSteady(Column before, Column after, Catalog from, Catalog to) {
    TypeName old = TypeName.parse(before.type());
    TypeName now = TypeName.parse(after.type());
    return isSteady(old, before, from)
        && isSteady(now, after, to)
        && (!FLOATING.contains(old.base()) || now.isNumber())
        && (!FLOATING.contains(now.base()) || old.isNumber());
  }

  private static boolean isSteady(TypeName type, Column column, Catalog in) {
    return STEADY.contains(type.base())
        || in.dependencies().of(column.id()).stream()
            .anyMatch(need ->
                need.kind() == Kind.ENUM
                    && in.find(need) instanceof EnumType
                    && (PrintedType.isNamed(column.type(), need, "")
                        || PrintedType.isNamed(column.type(), need, "[]")));
  }

  /**
   * Whether the server writes the values anew; others keep their bytes (manual: ALTER TABLE,
   * Notes).
   */
  static boolean isWritten(Column before, Column after) {
    TypeName old = TypeName.parse(before.type());
    TypeName now = TypeName.parse(after.type());
    if (before.type().equals(after.type())) {
      return false;
    }
    if (old.array() || now.array()) {
      return true;
    }
    boolean isVarying = isVarying(old) && isVarying(now);
    if (isVarying || (old.base().equals(now.base()) && isLengthened(now))) {
      return !now.modifiers().isEmpty()
          && (old.modifiers().isEmpty()
              || now.modifiers().getFirst() < old.modifiers().getFirst()
              || (now.modifiers().size() > 1
                  && !now.modifiers().get(1).equals(old.modifiers().get(1))));
    }
    return true;
  }

  private static boolean isVarying(TypeName type) {
    return type.base().equals("text") || type.base().equals("character varying");
  }

  private static boolean isLengthened(TypeName type) {
    return type.base().equals("numeric") || type.base().equals("bit varying");
  }

  /** The value of a row that a statement goes over. */
  String ofRow() {
    String name = Quoting.name(before.id());
    return kept == null
        ? assigned(name)
        : "case when "
            + isWrittenSince("")
            + " then "
            + ValueCast.of(before, after, name)
            + " else "
            + kept
            + " end";
  }

  /** The condition of rows whose new column, under another name, has not their value. */
  String isMissingIn(String column) {
    return ValueCast.isOther(
        kept == null ? ValueCast.of(before, after, Quoting.name(before.id())) : ofRow(), column);
  }

  /** The statements by which a trigger gives the row that is written its value. */
  String inTrigger(String column) {
    String assign = ROW + column + " := ";
    String given = assign + assigned(ROW + Quoting.name(before.id())) + ";\n";
    return kept == null
        ? "  " + given
        : "  if "
            + isWrittenSince(ROW)
            + " then\n    "
            + given
            + "  else\n    "
            + assign
            + ROW
            + kept
            + ";\n  end if;\n";
  }

  /** As a change of type converts: what the server does by itself refuses what has no place. */
  private String assigned(String value) {
    String using = TypeConversion.of(before.type(), after.type()).using(value, after.type());
    return using == null ? value : using;
  }

  private String isWrittenSince(String row) {
    return ValueCast.isOther(
        ValueCast.of(/* before= */ after, /* after= */ before, row + kept),
        row + Quoting.name(before.id()));
  }
}
