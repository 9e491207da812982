package dev.slipway.schema;

import dev.slipway.error.SlipwayException;
import dev.slipway.schema.model.DefinedKey;
import java.lang.reflect.Field;
import java.util.List;
import java.util.regex.Pattern;
import org.jooq.Check;
import org.jooq.DataType;
import org.jooq.ForeignKey;
import org.jooq.Index;
import org.jooq.Record;
import org.jooq.Row;
import org.jooq.Schema;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.TableImpl;
import org.jspecify.annotations.Nullable;

/**
 * The jOOQ side of a table definition.
 *
 * <p>jOOQ keeps a table's fields in an array that only {@code createField} extends, and each
 * field's type is fixed by then, while a column's clauses come later. So the field is created with
 * the type it has first, which keeps its place, and the array's element is replaced by the column
 * itself each time a clause is called. That way the table is right at every moment, whatever jOOQ
 * asks first; {@code JooqTableTest} fails if a newer jOOQ hands out a copy of the array.
 */
abstract class JooqTable extends TableImpl<Record> {

  private static final Pattern PLAIN_NAME = Pattern.compile("[\\p{L}_][\\p{L}\\d_$]*");

  private final transient TableParts parts = new TableParts();
  private final transient @Nullable String schemaName;
  private final transient @Nullable TableDefinition aliased;
  private final String definedName;
  private transient volatile @Nullable JooqKeys keys;

  JooqTable(@Nullable String schema, String name, @Nullable AliasRequest alias) {
    super(
        DSL.name(alias == null ? name : alias.name()),
        schemaOf(schema, alias),
        alias == null ? null : alias.table(),
        null,
        DSL.comment(""));
    this.schemaName = schema;
    this.definedName = name;
    this.aliased = alias == null ? null : alias.table();
    Names.checked("Table " + name, "table name", name);
    if (schema != null) {
      Names.checked("Table " + name, "schema name", schema);
    }
  }

  // A generated alias has no schema either: it is a name of the query alone.
  private static @Nullable Schema schemaOf(@Nullable String schema, @Nullable AliasRequest alias) {
    return schema == null || alias != null ? null : DSL.schema(DSL.name(schema));
  }

  /** The definition, or the definition that this is an alias of. */
  final TableDefinition original() {
    return aliased == null ? (TableDefinition) this : aliased;
  }

  final TableParts parts() {
    return parts;
  }

  /** The table as a message begins with it. */
  final String place() {
    return "Table " + displayName();
  }

  final @Nullable String schemaName() {
    return schemaName;
  }

  final String definedName() {
    return definedName;
  }

  /** The table for messages. */
  final String displayName() {
    return schemaName == null ? definedName : schemaName + "." + definedName;
  }

  /** A column that is named by the field of this object that it goes to. */
  final <T> Column<T> add(ValueType<T> type) {
    return add(this, "", null, type);
  }

  /** A column of this name. */
  final <T> Column<T> add(String name, ValueType<T> type) {
    return add(this, "", name, type);
  }

  /**
   * Adds a column.
   *
   * @param owner the object that declares it in a field
   * @param prefix what goes before its name
   * @param given its name, or null where the field gives one
   */
  final <T> Column<T> add(Object owner, String prefix, @Nullable String given, ValueType<T> type) {
    String place = "Table " + displayName();
    parts.requireOpen(given == null ? place : place + ", column " + given);
    Field field = given == null ? FieldNames.next(place, owner, Column.class) : null;
    String name = prefix + (field == null ? given : FieldNames.name(owner, field));
    Names.checked(place, "column name", name);
    parts.requireNewColumn(place, name);
    String problem = type.problem();
    if (problem != null) {
      throw new SlipwayException(
          DefinitionError.TYPE_INVALID,
          place + ", column " + name + ": " + problem,
          "Correct the type in the table's class.");
    }
    TableField<Record, T> rendered = createField(DSL.name(name), type.dataType());
    var column =
        new Column<>(
            this, rendered, type.dataType(), type.form(), new ColumnSpec(name, type.type()));
    replace(column);
    if (field != null) {
      parts.fields.add(place + ", column " + name, owner, field, column);
    }
    return column;
  }

  /** Makes it immutable, and checks what its fields named. */
  final void seal() {
    parts.seal();
    parts.fields.verify();
  }

  final void replace(Column<?> column) {
    int place = parts.put(column);
    recordType().fields()[place] = column;
  }

  private JooqKeys keys() {
    if (aliased != null) {
      return ((JooqTable) aliased).keys();
    }
    JooqKeys present = keys;
    if (present == null) {
      present = new JooqKeys(original());
      keys = present;
    }
    return present;
  }

  /** jOOQ's object for one of this table's keys. */
  final UniqueKey<Record> uniqueKeyOver(DefinedKey key) {
    return keys().over(key);
  }

  @Override
  public final Row fieldsRow() {
    seal();
    return super.fieldsRow();
  }

  @Override
  public final @Nullable UniqueKey<Record> getPrimaryKey() {
    return keys().primaryKey();
  }

  @Override
  public final List<UniqueKey<Record>> getUniqueKeys() {
    return keys().uniqueKeys();
  }

  @Override
  public final List<ForeignKey<Record, ?>> getReferences() {
    return keys().references();
  }

  @Override
  public final List<Index> getIndexes() {
    return keys().indexes();
  }

  @Override
  public final List<Check<Record>> getChecks() {
    return keys().checks();
  }

  @Override
  public final org.jooq.Field<?> field(String name) {
    boolean inConstructor = !parts.isSealed();
    return found(inConstructor, name, super.field(name));
  }

  @Override
  public final <T> org.jooq.Field<T> field(String name, Class<T> type) {
    boolean inConstructor = !parts.isSealed();
    return found(inConstructor, name, super.field(name, type));
  }

  @Override
  public final <T> org.jooq.Field<T> field(String name, DataType<T> type) {
    boolean inConstructor = !parts.isSealed();
    return found(inConstructor, name, super.field(name, type));
  }

  // Within a table class these methods hide DSL.field(...), and would turn an expression into null.
  @SuppressWarnings("NullAway") // jOOQ's own method returns null for a name that is no column
  private <F> F found(boolean inConstructor, String name, @Nullable F field) {
    if (field == null && inConstructor && !PLAIN_NAME.matcher(name).matches()) {
      throw new SlipwayException(
          DefinitionError.LOOKUP_MISUSED,
          "Table " + displayName() + ": field(\"" + name + "\") looks up a column of this name.",
          "Write sql(\"" + name + "\", Type.class) for an SQL expression in a table class.");
    }
    return field;
  }
}
