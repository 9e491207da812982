package dev.slipway.schema.model;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The type of a column, apart from how an engine spells it. */
public sealed interface ColumnType {

  /** It and all types that it is made of, the innermost first. */
  default Stream<ColumnType> parts() {
    return Stream.of(this);
  }

  /** A type that a definition makes. */
  sealed interface Made extends ColumnType {

    /** Its name. */
    QualifiedName name();

    /** The name it had before, or null. */
    @Nullable QualifiedName renamedFrom();
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
    /** A time of day with an offset from UTC, in microseconds. */
    TIMETZ,
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
   * @param type one of TIME, TIMETZ, TIMESTAMP, TIMESTAMPTZ
   * @param fraction the number of fractional digits of the second, 0 to 6
   */
  record Temporal(Basic type, int fraction) implements ColumnType {}

  /**
   * A type with a fixed, ordered set of values.
   *
   * @param type the enum type
   */
  record Enumeration(DefinedEnum type) implements Made {

    @Override
    public QualifiedName name() {
      return type.name();
    }

    @Override
    public @Nullable QualifiedName renamedFrom() {
      return type.renamedFrom();
    }
  }

  /**
   * A type with conditions on its values.
   *
   * @param domain the domain
   */
  record OfDomain(DefinedDomain domain) implements Made {

    @Override
    public QualifiedName name() {
      return domain.name();
    }

    @Override
    public @Nullable QualifiedName renamedFrom() {
      return domain.renamedFrom();
    }

    @Override
    public Stream<ColumnType> parts() {
      return Stream.concat(domain.base().parts(), Stream.of(this));
    }
  }

  /**
   * A type of several attributes.
   *
   * @param type the composite type
   */
  record OfComposite(DefinedComposite type) implements Made {

    @Override
    public QualifiedName name() {
      return type.name();
    }

    @Override
    public @Nullable QualifiedName renamedFrom() {
      return type.renamedFrom();
    }

    @Override
    public Stream<ColumnType> parts() {
      return Stream.concat(
          type.attributes().stream().flatMap(attribute -> attribute.type().parts()),
          Stream.of(this));
    }
  }

  /**
   * A type that an extension brings.
   *
   * @param extension the extension's name
   * @param name the type's name in the extension's schema
   * @param modifier what follows the name, such as {@code (3)}, or nothing
   */
  record OfExtension(String extension, String name, String modifier) implements ColumnType {}

  /**
   * An array.
   *
   * @param element the type of its elements, itself no array: dimensions are not part of the type
   */
  record Array(ColumnType element) implements ColumnType {

    @Override
    public Stream<ColumnType> parts() {
      return Stream.concat(element.parts(), Stream.of(this));
    }
  }

  /**
   * Any other type.
   *
   * @param sql the type as the engine's SQL spells it, quoted where need be; it passes untouched
   */
  record Named(String sql) implements ColumnType {}
}
