package dev.slipway.catalog;

import java.util.Locale;

/**
 * A kind of database object.
 *
 * <p>The order of the constants is the canonical order of a catalog, and among objects that do not
 * depend on each other the order in which they are created.
 */
public enum Kind {
  /** A schema (namespace). */
  SCHEMA,
  /** An extension; what it owns is not part of the catalog. */
  EXTENSION,
  /** An enumerated type. */
  ENUM,
  /** A sequence that is not an identity column's own. */
  SEQUENCE,
  /**
   * A function or a procedure; the last part of its path is its name with the types of its
   * arguments.
   */
  ROUTINE,
  /** A table; its columns are objects of their own. */
  TABLE,
  /** A column of a table. */
  COLUMN,
  /** The default of a column. */
  COLUMN_DEFAULT,
  /** That a sequence belongs to a column. */
  SEQUENCE_OWNER,
  /** A primary key, unique, check, foreign key or exclusion constraint. */
  CONSTRAINT,
  /** An index that no constraint owns. */
  INDEX,
  /** What a table writes to the log for a changed row, where it is not the default. */
  REPLICA_IDENTITY,
  /** A view or a materialized view. */
  VIEW,
  /** A trigger. */
  TRIGGER,
  /** A row level security policy. */
  POLICY,
  /** A publication. */
  PUBLICATION,
  /** That a table belongs to a publication. */
  PUBLICATION_MEMBER,
  /** The privileges of one role on one object, where they are not the default. */
  GRANT,
  /** The comment on an object. */
  COMMENT;

  /** The kind in words, such as {@code column default}. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
