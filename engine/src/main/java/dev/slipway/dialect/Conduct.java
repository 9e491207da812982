package dev.slipway.dialect;

/** How a statement stands to transactions. */
public sealed interface Conduct {

  /** It may be part of a transaction. */
  record Ordinary() implements Conduct {}

  /**
   * It may be part of a transaction, and what it sets holds for the session beyond it: {@code set
   * search_path}.
   */
  record Sets() implements Conduct {}

  /**
   * It may be part of a transaction, but what it adds can't be used before that is committed.
   *
   * @param literal what it adds, as statements that use it write it
   */
  record Adds(String literal) implements Conduct {}

  /**
   * It is best a transaction of its own: it looks at all rows and lets others go on, and what the
   * statements before it have locked would be locked meanwhile.
   */
  record Apart() implements Conduct {}

  /** It can't be part of a transaction. */
  record Alone() implements Conduct {}

  /**
   * It begins a transaction.
   *
   * @param modes the transaction's modes, such as {@code isolation level serializable}; empty when
   *     it names none
   */
  record Begins(String modes) implements Conduct {}

  /**
   * It commits a transaction.
   *
   * @param chained whether it begins another one with the same modes
   */
  record Commits(boolean chained) implements Conduct {}

  /**
   * It can't be part of a migration.
   *
   * @param reason why, as a sentence
   */
  record Refused(String reason) implements Conduct {}
}
