package dev.slipway.refresh;

import java.util.Locale;

/** How the values of a column's type are written, as far as masking needs to know. */
enum ValueKind {
  TEXT,
  UUID,
  BYTES,
  INTEGER,
  NUMBER,
  DAY,
  ADDRESS,
  JSON,
  OTHER;

  /**
   * @param type as the engine prints it
   */
  static ValueKind of(String type) {
    String word = type.toLowerCase(Locale.ROOT).replaceFirst("\\(.*", "").strip();
    word = word.substring(word.lastIndexOf('.') + 1);
    if (type.endsWith("[]")) {
      return OTHER;
    }
    return switch (word) {
      case "text", "character varying", "character", "citext", "name", "xml" -> TEXT;
      case "uuid" -> UUID;
      case "bytea" -> BYTES;
      case "smallint", "integer", "bigint" -> INTEGER;
      case "numeric", "real", "double precision", "money" -> NUMBER;
      case "date", "timestamp without time zone", "timestamp with time zone", "timestamp" -> DAY;
      case "inet", "cidr" -> ADDRESS;
      case "json", "jsonb" -> JSON;
      default -> OTHER;
    };
  }

  /** Whether a mask gives what the type takes. */
  boolean takes(Mask mask) {
    return switch (mask) {
      case Mask.Keep keep -> true;
      case Mask.Nothing nothing -> true;
      case Mask.Fixed fixed -> true;
      case Mask.KeepFormat format -> this == TEXT;
      case Mask.Hash hash -> this == TEXT || this == UUID || this == BYTES;
      case Mask.Fake(FakeKind kind) ->
          this == TEXT
              || (kind == FakeKind.IP && this == ADDRESS)
              || (kind == FakeKind.BIRTHDAY && this == DAY);
    };
  }
}
