package dev.slipway.clients;

import java.nio.file.Path;

/**
 * The programs {@code pg_dump} and {@code pg_restore} of one folder.
 *
 * @param folder where they are
 * @param major their major version
 * @param version their whole version, such as {@code 15.18}
 */
public record ClientTools(Path folder, int major, String version) {

  /**
   * From which version on {@code pg_restore} sets {@code transaction_timeout}, which older servers
   * refuse (release notes of 17).
   */
  private static final int TRANSACTION_TIMEOUT = 17;

  /**
   * Whether they can copy a server, and bring a copy back to one of its version: none copies a
   * server that is newer than itself (manual, pg_dump, Notes).
   *
   * @param server the server's major version
   */
  public boolean fits(int server) {
    return major >= server && restoresTo(server);
  }

  /** Whether {@code pg_restore} can write to a server of a major version. */
  boolean restoresTo(int server) {
    return major < TRANSACTION_TIMEOUT || server >= TRANSACTION_TIMEOUT;
  }

  /** The path of {@code pg_dump}. */
  public String dump() {
    return folder.resolve("pg_dump").toString();
  }

  /** The path of {@code pg_restore}. */
  public String restore() {
    return folder.resolve("pg_restore").toString();
  }

  /** Its version and its place, as they are told. */
  @Override
  public String toString() {
    return version + " in " + folder;
  }
}
