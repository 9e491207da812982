package dev.slipway.schema;

import dev.slipway.schema.value.Inet;
import dev.slipway.schema.value.Point;
import java.util.Map;
import org.jooq.Binding;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of columns that a table definition can have; those of single types are in the classes
 * above, these are networks, geometry, extensions, and whatever has a type of its own.
 */
abstract class ColumnKinds extends RangeColumns {

  ColumnKinds(@Nullable String schema, String name, @Nullable AliasRequest alias) {
    super(schema, name, alias);
  }

  /** An IP address, with or without its network. */
  protected final Column<Inet> inet(String name) {
    return add(name, ValueType.inet());
  }

  /** The same, named by its field. */
  protected final Column<Inet> inet() {
    return add(ValueType.inet());
  }

  /** A network of IP addresses. */
  protected final Column<Inet> cidr(String name) {
    return add(name, ValueType.cidr());
  }

  /** The same, named by its field. */
  protected final Column<Inet> cidr() {
    return add(ValueType.cidr());
  }

  /** A hardware address of 6 bytes, as in {@code 08:00:2b:01:02:03}. */
  protected final Column<String> macaddr(String name) {
    return add(name, ValueType.macaddr());
  }

  /** The same, named by its field. */
  protected final Column<String> macaddr() {
    return add(ValueType.macaddr());
  }

  /** A hardware address of 8 bytes. */
  protected final Column<String> macaddr8(String name) {
    return add(name, ValueType.macaddr8());
  }

  /** The same, named by its field. */
  protected final Column<String> macaddr8() {
    return add(ValueType.macaddr8());
  }

  /** A point of the plane. */
  protected final Column<Point> point(String name) {
    return add(name, ValueType.point());
  }

  /** The same, named by its field. */
  protected final Column<Point> point() {
    return add(ValueType.point());
  }

  /** Text that compares without regard to case, of the extension {@code citext}. */
  protected final Column<String> citext(String name) {
    return add(name, ValueType.citext());
  }

  /** The same, named by its field. */
  protected final Column<String> citext() {
    return add(ValueType.citext());
  }

  /** A path of labels, {@code top.science}, of the extension {@code ltree}. */
  protected final Column<String> ltree(String name) {
    return add(name, ValueType.ltree());
  }

  /** The same, named by its field. */
  protected final Column<String> ltree() {
    return add(ValueType.ltree());
  }

  /** Texts by key, of the extension {@code hstore}. */
  protected final Column<Map<String, @Nullable String>> hstore(String name) {
    return add(name, ValueType.hstore());
  }

  /** The same, named by its field. */
  protected final Column<Map<String, @Nullable String>> hstore() {
    return add(ValueType.hstore());
  }

  /** A vector of so many numbers, of the extension {@code vector}. */
  protected final Column<float[]> vector(String name, int dimensions) {
    return add(name, ValueType.vector(dimensions));
  }

  /** The same, named by its field. */
  protected final Column<float[]> vector(int dimensions) {
    return add(ValueType.vector(dimensions));
  }

  /** Any type of an extension, as text in Java. */
  protected final Column<String> extensionType(String name, String extension, String typeName) {
    return add(name, ValueType.extensionType(extension, typeName));
  }

  /** The same, named by its field. */
  protected final Column<String> extensionType(String extension, String typeName) {
    return add(ValueType.extensionType(extension, typeName));
  }

  /** Any type by its name, as text in Java: the server casts it to the type and back. */
  protected final Column<String> custom(String name, String sqlType) {
    return add(name, ValueType.custom(sqlType));
  }

  /** The same, named by its field. */
  protected final Column<String> custom(String sqlType) {
    return add(ValueType.custom(sqlType));
  }

  /** Any type by its name, with the jOOQ binding that reads and writes it. */
  protected final <T> Column<T> custom(String name, String sqlType, Binding<?, T> binding) {
    return add(name, ValueType.custom(sqlType, binding));
  }

  /** The same, named by its field. */
  protected final <T> Column<T> custom(String sqlType, Binding<?, T> binding) {
    return add(ValueType.custom(sqlType, binding));
  }

  /** Any type by its name, with the jOOQ type that reads and writes it. */
  protected final <T> Column<T> custom(String name, String sqlType, DataType<T> dataType) {
    return add(name, ValueType.custom(sqlType, dataType));
  }

  /** The same, named by its field. */
  protected final <T> Column<T> custom(String sqlType, DataType<T> dataType) {
    return add(ValueType.custom(sqlType, dataType));
  }

  /**
   * A value of a Java enum, as an enum type of the database.
   *
   * <p>The type is named by {@link DatabaseEnum}, or as the enum in snake case; a value by {@link
   * DatabaseValue}, or as the constant.
   */
  protected final <E extends Enum<E>> Column<E> enumeration(String name, Class<E> javaEnum) {
    return add(name, ValueType.enumeration(place(name), javaEnum));
  }

  /** The same, named by its field. */
  protected final <E extends Enum<E>> Column<E> enumeration(Class<E> javaEnum) {
    return add(ValueType.enumeration(javaEnum));
  }

  /**
   * A value of a Java record, as a composite type of the database: its components, in their order,
   * are the attributes. The type is named by {@link DatabaseType}, or as the record in snake case.
   */
  protected final <R extends Record> Column<R> composite(String name, Class<R> javaRecord) {
    return add(name, ValueType.composite(javaRecord));
  }

  /** The same, named by its field. */
  protected final <R extends Record> Column<R> composite(Class<R> javaRecord) {
    return add(ValueType.composite(javaRecord));
  }

  /** A value of a domain. */
  protected final <T> Column<T> domain(String name, Domain<T> domain) {
    return add(name, domain.type());
  }

  /** The same, named by its field. */
  protected final <T> Column<T> domain(Domain<T> domain) {
    return add(domain.type());
  }

  /** A column of any type. */
  protected final <T> Column<T> column(String name, ValueType<T> type) {
    return add(name, type);
  }

  /** The same, named by its field. */
  protected final <T> Column<T> column(ValueType<T> type) {
    return add(type);
  }

  /**
   * An SQL expression that passes untouched. Inside a table class, jOOQ's {@code field(...)} looks
   * up a column instead.
   */
  protected static <T> Field<T> sql(String sql, Class<T> type) {
    return new RawSql<>(sql, DSL.val(null, type).getDataType());
  }

  /** An SQL expression of no particular Java type, such as one of an index. */
  protected static Field<Object> sql(String sql) {
    return new RawSql<>(sql, SQLDataType.OTHER);
  }

  private String place(String column) {
    return "Table " + displayName() + ", column " + column;
  }
}
