package dev.slipway.schema;

import dev.slipway.schema.model.ColumnStorage;
import dev.slipway.schema.model.QualifiedName;
import org.jspecify.annotations.Nullable;

/** What of a column neither rows nor queries see. */
record ColumnTraits(
    @Nullable String comment,
    @Nullable String renamedFrom,
    @Nullable QualifiedName collation,
    @Nullable ColumnStorage storage,
    @Nullable String compression,
    boolean inherited,
    @Nullable String notNullName,
    @Nullable String primaryKeyName,
    @Nullable String uniqueName) {

  static final ColumnTraits NONE =
      new ColumnTraits(null, null, null, null, null, false, null, null, null);

  ColumnTraits withComment(String text) {
    return new ColumnTraits(
        text,
        renamedFrom,
        collation,
        storage,
        compression,
        inherited,
        notNullName,
        primaryKeyName,
        uniqueName);
  }

  ColumnTraits withRenamedFrom(String oldName) {
    return new ColumnTraits(
        comment,
        oldName,
        collation,
        storage,
        compression,
        inherited,
        notNullName,
        primaryKeyName,
        uniqueName);
  }

  ColumnTraits withCollation(QualifiedName name) {
    return new ColumnTraits(
        comment,
        renamedFrom,
        name,
        storage,
        compression,
        inherited,
        notNullName,
        primaryKeyName,
        uniqueName);
  }

  ColumnTraits withStorage(ColumnStorage way) {
    return new ColumnTraits(
        comment,
        renamedFrom,
        collation,
        way,
        compression,
        inherited,
        notNullName,
        primaryKeyName,
        uniqueName);
  }

  ColumnTraits withCompression(String method) {
    return new ColumnTraits(
        comment,
        renamedFrom,
        collation,
        storage,
        method,
        inherited,
        notNullName,
        primaryKeyName,
        uniqueName);
  }

  ColumnTraits withInherited() {
    return new ColumnTraits(
        comment,
        renamedFrom,
        collation,
        storage,
        compression,
        true,
        notNullName,
        primaryKeyName,
        uniqueName);
  }

  /** With names of the constraints that are the column's own; null for one that stays. */
  ColumnTraits withNames(
      @Nullable String notNull, @Nullable String primaryKey, @Nullable String unique) {
    return new ColumnTraits(
        comment,
        renamedFrom,
        collation,
        storage,
        compression,
        inherited,
        notNull == null ? notNullName : notNull,
        primaryKey == null ? primaryKeyName : primaryKey,
        unique == null ? uniqueName : unique);
  }
}
