package dev.slipway.schema;

import dev.slipway.schema.model.ColumnType;
import dev.slipway.schema.model.ColumnValue;
import dev.slipway.schema.model.DefinedCheck;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a column's clauses have said so far. */
record ColumnSpec(
    String name,
    ColumnType type,
    boolean notNull,
    boolean primaryKey,
    boolean unique,
    @Nullable ColumnValue value,
    @Nullable ForeignKeySpec reference,
    List<DefinedCheck> checks,
    @Nullable String comment,
    @Nullable String renamedFrom) {

  ColumnSpec(String name, ColumnType type) {
    this(name, type, false, false, false, null, null, List.of(), null, null);
  }

  ColumnSpec withNotNull() {
    return new ColumnSpec(
        name, type, true, primaryKey, unique, value, reference, checks, comment, renamedFrom);
  }

  ColumnSpec withPrimaryKey() {
    return new ColumnSpec(
        name, type, true, true, unique, value, reference, checks, comment, renamedFrom);
  }

  ColumnSpec withUnique() {
    return new ColumnSpec(
        name, type, notNull, primaryKey, true, value, reference, checks, comment, renamedFrom);
  }

  ColumnSpec withType(ColumnType newType) {
    return new ColumnSpec(
        name, newType, notNull, primaryKey, unique, value, reference, checks, comment, renamedFrom);
  }

  ColumnSpec withValue(ColumnValue newValue) {
    return new ColumnSpec(
        name, type, notNull, primaryKey, unique, newValue, reference, checks, comment, renamedFrom);
  }

  ColumnSpec withReference(ForeignKeySpec newReference) {
    return new ColumnSpec(
        name, type, notNull, primaryKey, unique, value, newReference, checks, comment, renamedFrom);
  }

  ColumnSpec withCheck(DefinedCheck check) {
    List<DefinedCheck> all = Stream.concat(checks.stream(), Stream.of(check)).toList();
    return new ColumnSpec(
        name, type, notNull, primaryKey, unique, value, reference, all, comment, renamedFrom);
  }

  ColumnSpec withComment(String newComment) {
    return new ColumnSpec(
        name, type, notNull, primaryKey, unique, value, reference, checks, newComment, renamedFrom);
  }

  ColumnSpec withRenamedFrom(String oldName) {
    return new ColumnSpec(
        name, type, notNull, primaryKey, unique, value, reference, checks, comment, oldName);
  }
}
