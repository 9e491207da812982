package dev.slipway.migration;

import dev.slipway.error.ErrorCode;

/** How reading, ordering and running migrations can fail. */
public enum MigrationError implements ErrorCode {
  /** The name given to a new migration can't be part of a folder's name. */
  BAD_MIGRATION_NAME(Category.USAGE),
  /** No migration has the name. */
  UNKNOWN_MIGRATION(Category.USAGE),
  /** Something in the migrations folder is no migration. */
  NOT_A_MIGRATION(Category.CONFIGURATION),
  /** A migration lacks one of its files. */
  MISSING_FILE(Category.CONFIGURATION),
  /** A file can't be read or written. */
  UNREADABLE_MIGRATION(Category.FAILED),
  /** {@code migration.json} or {@code catalog.json} is not what it should be. */
  BAD_MIGRATION_FILE(Category.CONFIGURATION),
  /** A {@code -- slipway:} comment says what is not understood here. */
  BAD_DIRECTIVE(Category.CONFIGURATION),
  /** A folder of that name is there already. */
  MIGRATION_EXISTS(Category.FAILED),
  /** A migration names a parent that is not there. */
  MISSING_PARENT(Category.CONFIGURATION),
  /** Migrations are each other's ancestors. */
  HISTORY_CYCLE(Category.CONFIGURATION),
  /** Two migrations have no parent. */
  TWO_ROOTS(Category.CONFIGURATION),
  /** Two migrations have no child. */
  TWO_HEADS(Category.CONFIGURATION),
  /** A migration was written by hand, and nobody proved what it does. */
  HANDWRITTEN_UNFINISHED(Category.REFUSED),
  /** The target's ledger was written by a newer version. */
  LEDGER_TOO_NEW(Category.FAILED),
  /** The target's own rules refuse to let the ledger be created. */
  LEDGER_FORBIDDEN(Category.REFUSED),
  /** The target has a migration that is not in the folder. */
  APPLIED_BUT_MISSING(Category.REFUSED),
  /** A migration is not what it was when it was applied. */
  EDITED_AFTER_APPLY(Category.REFUSED),
  /** The target has some of the migrations that another stands for, and lacks others. */
  SQUASH_PARTLY_APPLIED(Category.REFUSED),
  /** A migration is not applied, but one that comes after it is. */
  OUT_OF_ORDER(Category.REFUSED),
  /** A migration is applied in part, so what is asked for can't be done. */
  PARTLY_APPLIED(Category.REFUSED),
  /** A migration is taken back in part, so what is asked for can't be done. */
  PARTLY_TAKEN_BACK(Category.REFUSED),
  /** A statement that no transaction protects was begun, and nobody can tell whether it ended. */
  SEGMENT_UNSURE(Category.REFUSED),
  /** An answer is about a segment that nobody asked about. */
  UNASKED_ANSWER(Category.USAGE),
  /** A statement that begins or ends a transaction makes no sense in a migration. */
  TRANSACTION_CONTROL(Category.REFUSED),
  /** A first migration can't count as applied where others are. */
  BASELINE_APPLIED(Category.REFUSED),
  /** A name is none that a release can have. */
  BAD_RELEASE_NAME(Category.USAGE),
  /** No release of that name was ever deployed. */
  UNKNOWN_RELEASE(Category.USAGE),
  /** A deployed release uses what a migration takes away or changes. */
  USED_BY_RELEASE(Category.REFUSED),
  /** A migration to be taken back loses data for good. */
  IRREVERSIBLE(Category.REFUSED),
  /** A migration to be taken back does not say how. */
  NO_WAY_BACK(Category.REFUSED),
  /** Another session holds the target's lock. */
  LOCK_HELD(Category.FAILED),
  /** A pool between here and the server gives the session to others between transactions. */
  POOLED_SESSION(Category.FAILED),
  /** The session lost the target's lock. */
  LOCK_LOST(Category.FAILED),
  /** A statement that a script declares to run in batches can't. */
  BACKFILL_FORM(Category.REFUSED),
  /** Rows are left that a backfill should have done. */
  BACKFILL_INCOMPLETE(Category.FAILED),
  /** A script names a class that can't be handed rows. */
  DATA_MIGRATION_CLASS(Category.REFUSED),
  /** The class that a seed names is not there, is none, or fails. */
  SEED_CLASS(Category.REFUSED),
  /** A class that was handed rows failed. */
  DATA_MIGRATION_FAILED(Category.FAILED),
  /** The server refused a statement. */
  STATEMENT_FAILED(Category.FAILED),
  /** A statement can't run in a transaction. */
  NOT_IN_TRANSACTION(Category.FAILED),
  /** A statement waited too long for what others hold. */
  LOCK_TIMEOUT(Category.FAILED),
  /** The run was told to stop. */
  CANCELED(Category.FAILED),
  /** The connection went away. */
  CONNECTION_LOST(Category.FAILED),
  /** Rows of the target violate what is demanded of them. */
  ROWS_VIOLATE(Category.REFUSED),
  /** Rows stop a migration behind others that the same run applied. */
  STOPPED_BY_ROWS(Category.FAILED),
  /** A question to the target's rows could not be answered. */
  ROW_CHECK_FAILED(Category.FAILED);

  private final Category category;

  MigrationError(Category category) {
    this.category = category;
  }

  @Override
  public Category category() {
    return category;
  }
}
