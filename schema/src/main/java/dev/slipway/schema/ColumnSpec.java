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
    ColumnTraits traits) {

  ColumnSpec(String name, ColumnType type) {
    this(name, type, false, false, false, null, null, List.of(), ColumnTraits.NONE);
  }

  ColumnSpec withNotNull() {
    return new ColumnSpec(name, type, true, primaryKey, unique, value, reference, checks, traits);
  }

  ColumnSpec withPrimaryKey() {
    return new ColumnSpec(name, type, true, true, unique, value, reference, checks, traits);
  }

  ColumnSpec withUnique() {
    return new ColumnSpec(name, type, notNull, primaryKey, true, value, reference, checks, traits);
  }

  ColumnSpec withType(ColumnType newType) {
    return new ColumnSpec(
        name, newType, notNull, primaryKey, unique, value, reference, checks, traits);
  }

  ColumnSpec withValue(ColumnValue newValue) {
    return new ColumnSpec(
        name, type, notNull, primaryKey, unique, newValue, reference, checks, traits);
  }

  ColumnSpec withReference(ForeignKeySpec newReference) {
    return new ColumnSpec(
        name, type, notNull, primaryKey, unique, value, newReference, checks, traits);
  }

  ColumnSpec withCheck(DefinedCheck check) {
    List<DefinedCheck> all = Stream.concat(checks.stream(), Stream.of(check)).toList();
    return new ColumnSpec(name, type, notNull, primaryKey, unique, value, reference, all, traits);
  }

  ColumnSpec with(ColumnTraits newTraits) {
    return new ColumnSpec(
        name, type, notNull, primaryKey, unique, value, reference, checks, newTraits);
  }
}
