package dev.slipway.postgres;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the values of one type become those of another (manual: CREATE CAST; psql lists them by
 * {@code \dC}).
 *
 * @param before the type as it is
 * @param after the type as it shall be
 */
record TypeConversion(TypeName before, TypeName after) {

  /** Pairs, beside texts and numbers, that the server converts by itself. */
  private static final Set<String> BY_ITSELF =
      Set.of(
          "date>timestamp without time zone",
          "date>timestamp with time zone",
          "timestamp without time zone>date",
          "timestamp without time zone>timestamp with time zone",
          "timestamp without time zone>time without time zone",
          "timestamp with time zone>date",
          "timestamp with time zone>timestamp without time zone",
          "timestamp with time zone>time without time zone",
          "timestamp with time zone>time with time zone",
          "time without time zone>interval",
          "time without time zone>time with time zone",
          "time with time zone>time without time zone",
          "interval>time without time zone",
          "json>jsonb",
          "jsonb>json",
          "cidr>inet",
          "inet>cidr",
          "bit>bit varying",
          "bit varying>bit",
          "macaddr>macaddr8",
          "macaddr8>macaddr",
          "integer>money",
          "bigint>money",
          "numeric>money",
          "money>numeric");

  /** Pairs that it converts only when it is told to. */
  private static final Set<String> WHEN_TOLD =
      Set.of(
          "boolean>integer",
          "integer>boolean",
          "bit>integer",
          "bit>bigint",
          "integer>bit",
          "bigint>bit",
          "jsonb>boolean",
          "jsonb>smallint",
          "jsonb>integer",
          "jsonb>bigint",
          "jsonb>numeric",
          "jsonb>real",
          "jsonb>double precision");

  private static final Set<String> EXACT =
      Set.of(
          "smallint>integer",
          "smallint>bigint",
          "integer>bigint",
          "smallint>real",
          "smallint>double precision",
          "integer>double precision",
          "real>double precision",
          "date>timestamp without time zone",
          "date>timestamp with time zone",
          "timestamp without time zone>timestamp with time zone",
          "timestamp with time zone>timestamp without time zone",
          "time without time zone>interval",
          "jsonb>json",
          "cidr>inet",
          "macaddr>macaddr8");

  static TypeConversion of(String before, String after) {
    return new TypeConversion(TypeName.parse(before), TypeName.parse(after));
  }

  /**
   * The expression of the new value where the server must be told; else null. What it does by
   * itself is left to it, since a cast that is asked for cuts a text where the other refuses it.
   *
   * @param column the column as an identifier
   * @param type the new type as the server prints it
   */
  @Nullable String using(String column, String type) {
    if (isAssigned(before, after)) {
      return null;
    }
    if (isWrapped()) {
      return "case when " + column + " is not null then array[" + column + "]::" + type + " end";
    }
    boolean isKnown = before.isText() || WHEN_TOLD.contains(pair(before, after));
    return column + (isKnown ? "::" : "::text::") + type;
  }

  /** Whether each value becomes an array of itself. */
  private boolean isWrapped() {
    return after.array() && !before.array() && isAssigned(before, after.element());
  }

  private static boolean isAssigned(TypeName from, TypeName to) {
    if (to.isText()) {
      return true;
    }
    if (from.array() && to.array()) {
      return isAssigned(from.element(), to.element());
    }
    if (from.array() || to.array()) {
      return false;
    }
    return from.base().equals(to.base())
        || (from.isNumber() && to.isNumber())
        || BY_ITSELF.contains(pair(from, to));
  }

  /** Whether every value of the one type is a value of the other, and none is changed. */
  boolean isExact() {
    return isExact(before, after) || (isWrapped() && isExact(before, after.element()));
  }

  private static boolean isExact(TypeName from, TypeName to) {
    if (to.isText() && to.modifiers().isEmpty() && !to.base().equals("character")) {
      return true;
    }
    if (from.array() && to.array()) {
      return isExact(from.element(), to.element());
    }
    if (from.array() || to.array()) {
      return false;
    }
    if (from.base().equals(to.base())) {
      return holdsModifiers(from, to);
    }
    if (to.base().equals("numeric") && from.isInteger()) {
      return to.modifiers().isEmpty() || wholeDigits(to) >= Long.toString(from.greatest()).length();
    }
    if (from.base().equals("character") && to.base().equals("character varying")) {
      return length(to) >= length(from);
    }
    return EXACT.contains(pair(from, to)) && precision(to) >= precision(from);
  }

  private static boolean holdsModifiers(TypeName from, TypeName to) {
    return switch (from.base()) {
      case "numeric" ->
          to.modifiers().isEmpty()
              || (!from.modifiers().isEmpty()
                  && scale(to) >= scale(from)
                  && wholeDigits(to) >= wholeDigits(from));
      case "character varying", "character", "bit varying" -> length(to) >= length(from);
      case "timestamp without time zone",
          "timestamp with time zone",
          "time without time zone",
          "time with time zone" ->
          precision(to) >= precision(from);
      default -> from.modifiers().equals(to.modifiers());
    };
  }

  private static int length(TypeName type) {
    return type.modifiers().isEmpty() ? Integer.MAX_VALUE : type.modifiers().get(0);
  }

  private static int scale(TypeName numeric) {
    return numeric.modifiers().size() < 2 ? 0 : numeric.modifiers().get(1);
  }

  private static int wholeDigits(TypeName numeric) {
    return numeric.modifiers().get(0) - scale(numeric);
  }

  /** Of a time: digits of the second. */
  private static int precision(TypeName type) {
    return type.modifiers().isEmpty() ? 6 : type.modifiers().get(0);
  }

  private static String pair(TypeName from, TypeName to) {
    return from.base() + ">" + to.base();
  }
}
