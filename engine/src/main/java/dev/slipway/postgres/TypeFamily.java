package dev.slipway.postgres;

/**
 * Types whose values are close enough that a column could go on with another of them. What
 * PostgreSQL assigns to any text type is of every family (manual: Type Conversion, Value Storage).
 */
enum TypeFamily {
  TEXT,
  NUMBER,
  TIME_OF_DAY,
  TIME,
  JSON,
  BITS,
  NETWORK,
  HARDWARE,
  /** A built-in type that is close to no other. */
  ALONE,
  /** Whatever is not built in: nobody knows, so a person is asked. */
  OTHERS;

  static boolean couldFollow(String before, String after) {
    if (isArray(before) != isArray(after)) {
      return false;
    }
    String old = element(before);
    String now = element(after);
    TypeFamily family = of(now);
    return old.equals(now) || family == TEXT || (family != ALONE && family == of(old));
  }

  private static boolean isArray(String type) {
    return type.endsWith("[]");
  }

  /** Without modifiers, and without the dimensions of an array. */
  private static String element(String type) {
    String element = isArray(type) ? type.substring(0, type.indexOf("[]")) : type;
    return element.replaceAll("\\([0-9, -]*\\)", "");
  }

  private static TypeFamily of(String type) {
    return switch (type.substring(type.lastIndexOf('.') + 1)) {
      case "text", "character varying", "character", "name", "\"char\"", "bpchar", "citext" -> TEXT;
      case "smallint", "integer", "bigint", "numeric", "real", "double precision", "money", "oid" ->
          NUMBER;
      case "time without time zone", "time with time zone" -> TIME_OF_DAY;
      case "date", "timestamp without time zone", "timestamp with time zone" -> TIME;
      case "json", "jsonb" -> JSON;
      case "bit", "bit varying" -> BITS;
      case "inet", "cidr" -> NETWORK;
      case "macaddr", "macaddr8" -> HARDWARE;
      default -> type.contains(".") ? OTHERS : ALONE;
    };
  }
}
