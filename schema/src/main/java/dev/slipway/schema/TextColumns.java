package dev.slipway.schema;

import java.util.UUID;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.XML;
import org.jspecify.annotations.Nullable;

/** The columns of text, truth, bytes and documents, likewise. */
abstract class TextColumns extends NumberColumns {

  TextColumns(@Nullable String schema, String name, @Nullable AliasRequest alias) {
    super(schema, name, alias);
  }

  /** Text of any length. */
  protected final Column<String> text(String name) {
    return add(name, ValueType.text());
  }

  /** The same, named by its field. */
  protected final Column<String> text() {
    return add(ValueType.text());
  }

  /** Text of any length, by the name of {@code character varying}. */
  protected final Column<String> varchar(String name) {
    return add(name, ValueType.varchar());
  }

  /** The same, named by its field. */
  protected final Column<String> varchar() {
    return add(ValueType.varchar());
  }

  /** Text of at most so many characters. */
  protected final Column<String> varchar(String name, int length) {
    return add(name, ValueType.varchar(length));
  }

  /** The same, named by its field. */
  protected final Column<String> varchar(int length) {
    return add(ValueType.varchar(length));
  }

  /** Text of exactly so many characters, padded with blanks: SQL's {@code char(n)}. */
  protected final Column<String> character(String name, int length) {
    return add(name, ValueType.character(length));
  }

  /** The same, named by its field. */
  protected final Column<String> character(int length) {
    return add(ValueType.character(length));
  }

  /** True or false. */
  protected final Column<Boolean> bool(String name) {
    return add(name, ValueType.bool());
  }

  /** The same, named by its field. */
  protected final Column<Boolean> bool() {
    return add(ValueType.bool());
  }

  /** Bytes. */
  protected final Column<byte[]> bytea(String name) {
    return add(name, ValueType.bytea());
  }

  /** The same, named by its field. */
  protected final Column<byte[]> bytea() {
    return add(ValueType.bytea());
  }

  /** So many bits, of {@code 0} and {@code 1}. */
  protected final Column<String> bit(String name, int length) {
    return add(name, ValueType.bit(length));
  }

  /** The same, named by its field. */
  protected final Column<String> bit(int length) {
    return add(ValueType.bit(length));
  }

  /** At most so many bits, of {@code 0} and {@code 1}. */
  protected final Column<String> varbit(String name, int length) {
    return add(name, ValueType.varbit(length));
  }

  /** The same, named by its field. */
  protected final Column<String> varbit(int length) {
    return add(ValueType.varbit(length));
  }

  /** Any number of bits, of {@code 0} and {@code 1}. */
  protected final Column<String> varbit(String name) {
    return add(name, ValueType.varbit());
  }

  /** The same, named by its field. */
  protected final Column<String> varbit() {
    return add(ValueType.varbit());
  }

  /** A UUID. */
  protected final Column<UUID> uuid(String name) {
    return add(name, ValueType.uuid());
  }

  /** The same, named by its field. */
  protected final Column<UUID> uuid() {
    return add(ValueType.uuid());
  }

  /** JSON, kept as text. */
  protected final Column<JSON> json(String name) {
    return add(name, ValueType.json());
  }

  /** The same, named by its field. */
  protected final Column<JSON> json() {
    return add(ValueType.json());
  }

  /** JSON, kept decomposed. */
  protected final Column<JSONB> jsonb(String name) {
    return add(name, ValueType.jsonb());
  }

  /** The same, named by its field. */
  protected final Column<JSONB> jsonb() {
    return add(ValueType.jsonb());
  }

  /** XML. */
  protected final Column<XML> xml(String name) {
    return add(name, ValueType.xml());
  }

  /** The same, named by its field. */
  protected final Column<XML> xml() {
    return add(ValueType.xml());
  }

  /** The sorted words of a text, for searching. */
  protected final Column<String> tsvector(String name) {
    return add(name, ValueType.tsvector());
  }

  /** The same, named by its field. */
  protected final Column<String> tsvector() {
    return add(ValueType.tsvector());
  }

  /** A search in the words of a text. */
  protected final Column<String> tsquery(String name) {
    return add(name, ValueType.tsquery());
  }

  /** The same, named by its field. */
  protected final Column<String> tsquery() {
    return add(ValueType.tsquery());
  }
}
