package dev.slipway.schema.model;

import java.util.List;

/** The type of a column, apart from how an engine spells it. */
public sealed interface ColumnType {

  /** The enum types it is made of: none, or one. */
  default List<DefinedEnum> enums() {
    return List.of();
  }

  /** The types that have no parameter, or whose parameter is left out. */
  enum Basic implements ColumnType {
    /** 2 byte integer. */
    SMALLINT,
    /** 4 byte integer. */
    INTEGER,
    /** 8 byte integer. */
    BIGINT,
    /** Exact decimal number of any precision. */
    NUMERIC,
    /** 4 byte floating point number. */
    REAL,
    /** 8 byte floating point number. */
    DOUBLE,
    /** Text of any length. */
    TEXT,
    /** Text of any length, by the name {@code character varying}. */
    VARCHAR,
    /** True or false. */
    BOOLEAN,
    /** Bytes. */
    BYTEA,
    /** A day. */
    DATE,
    /** A time of day, without zone, in microseconds. */
    TIME,
    /** A date and time, without zone, in microseconds. */
    TIMESTAMP,
    /** A point in time, in microseconds. */
    TIMESTAMPTZ,
    /** A span of time. */
    INTERVAL,
    /** A UUID. */
    UUID,
    /** JSON, kept as text. */
    JSON,
    /** JSON, kept decomposed. */
    JSONB
  }

  /**
   * An exact decimal number.
   *
   * @param precision the number of digits in all, 1 to 1000
   * @param scale the number of digits after the point, 0 to precision
   */
  record Decimal(int precision, int scale) implements ColumnType {}

  /**
   * Text of a limited length.
   *
   * @param length the greatest number of characters, at least 1
   */
  record Varchar(int length) implements ColumnType {}

  /**
   * Text of a fixed length, padded with blanks.
   *
   * @param length the number of characters, at least 1
   */
  record Char(int length) implements ColumnType {}

  /**
   * A time with fewer fractional digits than microseconds have.
   *
   * @param type one of TIME, TIMESTAMP, TIMESTAMPTZ
   * @param fraction the number of fractional digits of the second, 0 to 6
   */
  record Temporal(Basic type, int fraction) implements ColumnType {}

  /**
   * A type with a fixed, ordered set of values.
   *
   * @param type the enum type
   */
  record Enumeration(DefinedEnum type) implements ColumnType {

    @Override
    public List<DefinedEnum> enums() {
      return List.of(type);
    }
  }

  /**
   * An array.
   *
   * @param element the type of its elements, itself no array: dimensions are not part of the type
   */
  record Array(ColumnType element) implements ColumnType {

    @Override
    public List<DefinedEnum> enums() {
      return element.enums();
    }
  }

  /**
   * Any other type.
   *
   * @param sql the type as the engine's SQL spells it, quoted where need be; it passes untouched
   */
  record Named(String sql) implements ColumnType {}
}
