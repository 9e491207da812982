package dev.slipway.schema;

import dev.slipway.error.SlipwayException;
import dev.slipway.schema.model.ColumnStorage;
import dev.slipway.schema.model.ColumnType;
import dev.slipway.schema.model.ColumnValue;
import dev.slipway.schema.model.DefinedCheck;
import dev.slipway.schema.model.Expression;
import dev.slipway.schema.model.QualifiedName;
import dev.slipway.schema.model.SequenceOptions;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jooq.Condition;
import org.jooq.Context;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.CustomField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A column of a {@link TableDefinition}: its definition and the typed jOOQ field in one object.
 *
 * <p>It is made by a method of the table, such as {@code text("name")}, and refined by the clauses
 * below. Each clause returns a new column that takes the former one's place in the table; keep the
 * last one, in a final field. Once the table was used, a clause fails with {@link
 * DefinitionError#SEALED}. A column is immutable and may be used by any number of threads.
 *
 * @param <T> the Java type of its values
 */
public final class Column<T> extends CustomField<T> implements TableField<Record, T> {

  private final transient JooqTable table;
  private final transient ColumnSpec spec;

  /** Renders for this column: jOOQ's own field, which knows aliases, scopes and mappings. */
  private final TableField<Record, ?> rendered;

  /** Its values as text, where that is known. */
  private final transient @Nullable Converter<String, T> form;

  Column(
      JooqTable table,
      TableField<Record, ?> rendered,
      DataType<T> type,
      @Nullable Converter<String, T> form,
      ColumnSpec spec) {
    super(rendered.getUnqualifiedName(), type);
    this.form = form;
    this.table = table;
    this.rendered = rendered;
    this.spec = spec;
  }

  /**
   * Makes it the primary key of its table, and not null; a key of several columns is the table's
   * clause.
   */
  public Column<T> primaryKey() {
    table.parts().requireNoPrimaryKey(where(), spec.name());
    return with(getDataType().notNull(), spec.withPrimaryKey());
  }

  /** The same, with a name for the constraint. */
  public Column<T> primaryKey(String constraintName) {
    Names.checked(where(), "constraint name", constraintName);
    Column<T> keyed = primaryKey();
    return keyed.with(keyed.spec.traits().withNames(null, constraintName, null));
  }

  /** Makes it refuse null. */
  public Column<T> notNull() {
    return with(getDataType().notNull(), spec.withNotNull());
  }

  /** The same, with a name for the constraint, which servers before 18 do not keep. */
  public Column<T> notNull(String constraintName) {
    Names.checked(where(), "constraint name", constraintName);
    Column<T> refusing = notNull();
    return refusing.with(refusing.spec.traits().withNames(constraintName, null, null));
  }

  /** Makes it refuse the same value in two rows. */
  public Column<T> unique() {
    return with(getDataType(), spec.withUnique());
  }

  /** The same, with a name for the constraint. */
  public Column<T> unique(String constraintName) {
    Names.checked(where(), "constraint name", constraintName);
    Column<T> keyed = unique();
    return keyed.with(keyed.spec.traits().withNames(null, null, constraintName));
  }

  /**
   * Makes it a foreign key.
   *
   * @param target the column it references; asked only after all classes are loaded, so that tables
   *     may reference each other and themselves
   * @param options what happens on delete and update, and when it is checked
   */
  public Column<T> references(Supplier<? extends Column<T>> target, ReferenceOption... options) {
    return references(new ForeignKeySpec(List.of(spec.name()), List.of(target)), options);
  }

  private Column<T> references(ForeignKeySpec key, ReferenceOption... options) {
    if (spec.reference() != null) {
      throw new SlipwayException(
          DefinitionError.REFERENCE_INVALID,
          where() + ": it references two columns.",
          "Declare the second one with foreignKey(...) in the table's constructor.");
    }
    ForeignKeySpec reference = key;
    for (ReferenceOption option : options) {
      reference = reference.with(option);
    }
    return with(getDataType(), spec.withReference(reference));
  }

  /**
   * Makes it a foreign key to a table that is not part of the definition, such as the platform's
   * {@code auth.users}.
   *
   * @param options what happens on delete and update, and when it is checked
   */
  public Column<T> referencesOther(
      String schema, String tableName, String column, ReferenceOption... options) {
    var target =
        new ForeignKeySpec.Target.Foreign(new QualifiedName(schema, tableName), List.of(column));
    return references(new ForeignKeySpec(List.of(spec.name()), List.of()).to(target), options);
  }

  /** Adds a check constraint of this SQL condition; the server names it. */
  public Column<T> check(String sql) {
    return check(new DefinedCheck(null, Expression.of(sql)));
  }

  /** Adds a check constraint of this name and SQL condition. */
  public Column<T> check(String name, String sql) {
    return check(new DefinedCheck(name, Expression.of(sql)));
  }

  /** Adds a check constraint, as in {@code check(text -> text.ne(""))}; the server names it. */
  public Column<T> check(Function<? super Column<T>, ? extends Condition> condition) {
    return check(new DefinedCheck(null, Expression.of(condition.apply(this))));
  }

  /** Adds a check constraint of this name, as in {@code check("named", text -> text.ne(""))}. */
  public Column<T> check(String name, Function<? super Column<T>, ? extends Condition> condition) {
    return check(new DefinedCheck(name, Expression.of(condition.apply(this))));
  }

  private Column<T> check(DefinedCheck check) {
    return with(getDataType(), spec.withCheck(check));
  }

  /** Gives new rows this value. */
  public Column<T> defaultTo(T value) {
    return value(new ColumnValue.Default(Expression.of(DSL.inline(value, getDataType()))));
  }

  /** Gives new rows the value of this expression, such as {@code DSL.currentOffsetDateTime()}. */
  public Column<T> defaultTo(Field<? extends T> expression) {
    return value(new ColumnValue.Default(Expression.of(expression)));
  }

  /** Gives new rows the value of this SQL expression, such as {@code gen_random_uuid()}. */
  public Column<T> defaultSql(String sql) {
    return value(new ColumnValue.Default(Expression.of(sql)));
  }

  /** Computes and stores it from the row's other columns by this SQL expression. */
  public Column<T> generatedAs(String sql) {
    return value(new ColumnValue.Generated(Expression.of(sql), /* stored= */ true));
  }

  /** Computes and stores it from the row's other columns by this expression. */
  public Column<T> generatedAs(Field<? extends T> expression) {
    return value(new ColumnValue.Generated(Expression.of(expression), /* stored= */ true));
  }

  /**
   * Computes it from the row's other columns by this SQL expression each time it is read; from
   * PostgreSQL 18 on.
   */
  public Column<T> generatedVirtuallyAs(String sql) {
    return value(new ColumnValue.Generated(Expression.of(sql), /* stored= */ false));
  }

  /** Makes it an identity column that only the database writes; for integers. */
  public Column<T> generatedAlwaysAsIdentity() {
    return generatedAlwaysAsIdentity(options -> options);
  }

  /** The same, counting as in {@code generatedAlwaysAsIdentity(from -> from.startWith(1000))}. */
  public Column<T> generatedAlwaysAsIdentity(UnaryOperator<SequenceOptions> counting) {
    return identity(
        new ColumnValue.Identity(/* always= */ true, counting.apply(SequenceOptions.DEFAULT)),
        getDataType().notNull().generatedAlwaysAsIdentity());
  }

  /** Makes it an identity column that an insert may write; for integers. */
  public Column<T> generatedByDefaultAsIdentity() {
    return generatedByDefaultAsIdentity(options -> options);
  }

  /** The same, counting as in {@code generatedByDefaultAsIdentity(by -> by.incrementBy(10))}. */
  public Column<T> generatedByDefaultAsIdentity(UnaryOperator<SequenceOptions> counting) {
    return identity(
        new ColumnValue.Identity(/* always= */ false, counting.apply(SequenceOptions.DEFAULT)),
        getDataType().notNull().generatedByDefaultAsIdentity());
  }

  private Column<T> identity(ColumnValue.Identity identity, DataType<T> type) {
    if (!(spec.type() instanceof ColumnType.Basic basic) || !isInteger(basic)) {
      throw new SlipwayException(
          DefinitionError.TYPE_INVALID,
          where() + ": an identity column is a smallint, integer or bigint.",
          "Declare it with one of these types, or leave the identity out.");
    }
    requireNoValue(identity);
    SequenceDefinition.require(where(), identity.options());
    return with(type, spec.withNotNull().withValue(identity));
  }

  static boolean isInteger(ColumnType.Basic type) {
    return type == ColumnType.Basic.SMALLINT
        || type == ColumnType.Basic.INTEGER
        || type == ColumnType.Basic.BIGINT;
  }

  Column<T> serial() {
    return with(
        getDataType().notNull().generatedByDefaultAsIdentity(),
        spec.withNotNull().withValue(ColumnValue.Serial.SERIAL));
  }

  private Column<T> value(ColumnValue value) {
    requireNoValue(value);
    return with(getDataType(), spec.withValue(value));
  }

  private void requireNoValue(ColumnValue added) {
    ColumnValue present = spec.value();
    if (present != null) {
      throw new SlipwayException(
          DefinitionError.VALUE_CONFLICT,
          where() + ": it has " + phrase(present) + " already, and now " + phrase(added) + ".",
          "Keep one of the two: a column's value comes from one place.");
    }
  }

  private static String phrase(ColumnValue value) {
    return switch (value) {
      case ColumnValue.Default ignored -> "a default";
      case ColumnValue.Generated ignored -> "a generation expression";
      case ColumnValue.Identity ignored -> "an identity";
      case ColumnValue.Serial ignored -> "the sequence of a serial column";
    };
  }

  /** Gives it a comment in the database; {@code comment} is jOOQ's word for something else. */
  public Column<T> withComment(String comment) {
    return with(spec.traits().withComment(comment));
  }

  /** Compares and sorts it by this collation, such as {@code C}; {@code collate} is jOOQ's word. */
  public Column<T> withCollation(String collation) {
    return with(spec.traits().withCollation(new QualifiedName(null, collation)));
  }

  /** Compares and sorts it by a collation of this schema. */
  public Column<T> withCollation(String schema, String collation) {
    return with(spec.traits().withCollation(new QualifiedName(schema, collation)));
  }

  /** Keeps long values in this way instead of its type's. */
  public Column<T> withStorage(ColumnStorage storage) {
    return with(spec.traits().withStorage(storage));
  }

  /** Compresses long values by this method, such as {@code lz4}. */
  public Column<T> withCompression(String method) {
    return with(spec.traits().withCompression(method));
  }

  /**
   * Says that the column comes from the table that its table {@link TableDefinition#inherits}: it
   * is declared for queries, and the parent says what it is.
   */
  public Column<T> inherited() {
    return with(spec.traits().withInherited());
  }

  /** Declares that it had another name before, so that a migration keeps its values. */
  public Column<T> renamedFrom(String oldName) {
    Names.checked(where(), "former column name", oldName);
    return with(spec.traits().withRenamedFrom(oldName));
  }

  /** Makes it an array of its type, as in {@code text("tags").array()}; the type's first clause. */
  public Column<T[]> array() {
    if (spec.type() instanceof ColumnType.Array) {
      throw new SlipwayException(
          DefinitionError.TYPE_INVALID,
          where() + ": it is an array already.",
          "Call array() once: PostgreSQL's array types do not fix the number of dimensions.");
    }
    if (spec.value() != null || !spec.checks().isEmpty()) {
      throw new SlipwayException(
          DefinitionError.TYPE_INVALID,
          where() + ": array() follows a clause that was meant for one element.",
          "Call array() first, then the other clauses.");
    }
    return with(
        ArrayTypes.of(where(), spec.type(), getDataType(), form),
        form == null ? null : TextForm.array(form),
        spec.withType(new ColumnType.Array(spec.type())));
  }

  /**
   * Shows its values to Java as another type; the database's type stays.
   *
   * @param type the new Java type
   * @param from makes it of a value of the former type; null stays null
   * @param to makes a value of the former type of it; null stays null
   */
  public <U> Column<U> as(
      Class<U> type, Function<? super T, ? extends U> from, Function<? super U, ? extends T> to) {
    Converter<T, U> converter = Converter.ofNullable(getDataType().getType(), type, from, to);
    return with(
        getDataType().asConvertedDataType(converter),
        form == null ? null : form.andThen(converter),
        spec);
  }

  private Column<T> with(ColumnTraits traits) {
    return with(getDataType(), spec.with(traits));
  }

  private Column<T> with(DataType<T> newType, ColumnSpec newSpec) {
    return with(newType, form, newSpec);
  }

  private <U> Column<U> with(
      DataType<U> newType, @Nullable Converter<String, U> newForm, ColumnSpec newSpec) {
    table.parts().requireOpen(where());
    var column = new Column<>(table, rendered, newType, newForm, newSpec);
    table.replace(column);
    return column;
  }

  ColumnSpec spec() {
    return spec;
  }

  /** The table that this is a column of; an alias's column belongs to the aliased one. */
  TableDefinition definedIn() {
    return table.original();
  }

  /** Whether it is a column of this very object, and of none that only has its name. */
  boolean belongsTo(JooqTable other) {
    return table.parts() == other.parts();
  }

  /** The column for messages. */
  String where() {
    return "Table " + table.displayName() + ", column " + spec.name();
  }

  @Override
  public Table<Record> getTable() {
    return table;
  }

  @Override
  public Name getQualifiedName() {
    // The constructor of the superclass asks before the field is set.
    @Nullable TableField<Record, ?> field = rendered;
    return field == null ? super.getQualifiedName() : field.getQualifiedName();
  }

  @Override
  public void accept(Context<?> context) {
    if (Expression.omitsTable(context)) {
      context.visit(getUnqualifiedName());
    } else {
      context.visit(rendered);
    }
  }

  @Override
  public int hashCode() {
    return rendered.hashCode();
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || rendered.equals(other instanceof Column<?> column ? column.rendered : other);
  }
}
