package dev.slipway.migration;

import java.sql.Connection;
import java.sql.SQLException;

/** Something that is done to a target in one transaction, and that no migration holds. */
public interface DirectWork {

  /** What it is called in the ledger. */
  String name();

  /** What the ledger says of it, in place of its statements. */
  String note();

  /**
   * Does it.
   *
   * @param connection a connection whose transaction is open, and stays so
   * @return how many statements ran
   * @throws dev.slipway.error.SlipwayException when it fails; nothing of it stays then
   */
  int run(Connection connection) throws SQLException;
}
