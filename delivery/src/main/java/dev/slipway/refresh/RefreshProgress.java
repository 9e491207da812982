package dev.slipway.refresh;

/** Is told how far a refresh is, by the thread that it runs in. */
public interface RefreshProgress {

  /** Tells nobody. */
  RefreshProgress NOBODY = new RefreshProgress() {};

  /**
   * Rows of tables that are not brought whole are being chosen.
   *
   * @param rows how many are so far
   */
  default void choosing(long rows) {}

  /**
   * Rows are being copied and masked.
   *
   * @param table the table, as {@code schema.table}
   * @param rows how many are copied so far, of all tables
   * @param about how many it will be; of tables that are brought whole the server's statistics say
   *     it
   */
  default void copying(String table, long rows, long about) {}

  /** All rows are there; the foreign keys between them are being asked. */
  default void asking() {}
}
