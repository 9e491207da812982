package dev.slipway.schema;

import dev.slipway.schema.model.ColumnType;
import dev.slipway.schema.model.DefinedCheck;
import dev.slipway.schema.model.DefinedDomain;
import dev.slipway.schema.model.Expression;
import dev.slipway.schema.model.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A domain of a {@link SchemaDefinition}: a type with conditions on its values, for the columns of
 * any table.
 *
 * <pre>{@code
 * public final Domain<String> email = domain("email", text()).check("value like '%_@_%'");
 * // and in a table
 * public final Column<String> email = domain("email", SHOP.email).notNull();
 * }</pre>
 *
 * <p>Its first use in a table seals it.
 *
 * @param <T> the Java type of its values
 */
public final class Domain<T> {

  private final SchemaDefinition schema;
  private final String name;
  private final ValueType<T> base;
  private final List<DefinedCheck> checks = new ArrayList<>();
  private boolean notNull;
  private @Nullable Expression defaultValue;
  private @Nullable QualifiedName collation;
  private @Nullable String comment;
  private @Nullable QualifiedName renamedFrom;
  private @Nullable ValueType<T> type;

  Domain(SchemaDefinition schema, String name, ValueType<T> base) {
    this.schema = schema;
    this.name = name;
    this.base = base;
  }

  /** Makes it refuse null. */
  public Domain<T> notNull() {
    open().notNull = true;
    return this;
  }

  /** Adds a condition on {@code value}; the server names it. */
  public Domain<T> check(String sql) {
    open().checks.add(new DefinedCheck(null, Expression.of(sql)));
    return this;
  }

  /** Adds a condition on {@code value}, of this name. */
  public Domain<T> check(String constraintName, String sql) {
    Names.checked(place(), "constraint name", constraintName);
    open().checks.add(new DefinedCheck(constraintName, Expression.of(sql)));
    return this;
  }

  /** Gives columns of it this value in new rows. */
  public Domain<T> defaultTo(T value) {
    open().defaultValue = Expression.of(DSL.inline(value, base.dataType()));
    return this;
  }

  /** Gives columns of it the value of this expression in new rows. */
  public Domain<T> defaultTo(Field<? extends T> expression) {
    open().defaultValue = Expression.of(expression);
    return this;
  }

  /** Gives columns of it the value of this SQL expression in new rows. */
  public Domain<T> defaultSql(String sql) {
    open().defaultValue = Expression.of(sql);
    return this;
  }

  /** Compares and sorts its values by this collation, such as {@code C}. */
  public Domain<T> collation(String collationName) {
    open().collation = new QualifiedName(null, collationName);
    return this;
  }

  /** Compares and sorts its values by a collation of this schema. */
  public Domain<T> collation(String collationSchema, String collationName) {
    open().collation = new QualifiedName(collationSchema, collationName);
    return this;
  }

  /** Gives the domain a comment in the database. */
  public Domain<T> comment(String text) {
    open().comment = text;
    return this;
  }

  /** Declares that it had another name before: {@code name} or {@code schema.name}. */
  public Domain<T> renamedFrom(String oldName) {
    open().renamedFrom = Names.former(place(), schema.schemaName(), oldName);
    return this;
  }

  /** The type of a column of this domain. */
  public ValueType<T> type() {
    ValueType<T> known = type;
    if (known == null) {
      known =
          new ValueType<>(
              new ColumnType.OfDomain(defined()), base.dataType(), base.form(), base.problem());
      type = known;
    }
    return known;
  }

  private Domain<T> open() {
    if (type != null) {
      throw SchemaDefinition.sealed(place());
    }
    schema.requireOpen(place());
    return this;
  }

  private String place() {
    return "Domain " + new QualifiedName(schema.schemaName(), name);
  }

  DefinedDomain defined() {
    return new DefinedDomain(
        new QualifiedName(schema.schemaName(), name),
        base.type(),
        notNull,
        defaultValue,
        checks,
        collation,
        comment,
        renamedFrom);
  }
}
