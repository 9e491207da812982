package dev.slipway.dialect;

import java.sql.Connection;

/**
 * One moment of a database, which several connections see. Closing it ends them all. Its
 * connections are for one thread each; opening is thread-safe.
 */
public interface SharedSnapshot extends AutoCloseable {

  /** The connection that holds it open. */
  Connection holder();

  /** Opens a further connection that sees the same. */
  Connection open();

  /** What the server calls it, by which a program of its own can see the same. */
  String name();

  /** Where the server's log was, such as {@code 0/1A2B3C4}; empty where it does not say. */
  String position();

  @Override
  void close();
}
