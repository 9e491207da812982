package dev.slipway.dialect;

/**
 * Who wants to know how far long work on a server is, such as the line of a terminal. Called from
 * the thread that works, often; what it throws ends the work.
 */
@FunctionalInterface
public interface Watcher {

  /** Nobody. */
  Watcher NOBODY = (what, done, total) -> {};

  /**
   * Some of the work is done.
   *
   * @param what the work in words: {@code loading the definition}
   * @param done how many parts of it are done
   * @param total how many it has
   */
  void at(String what, int done, int total);
}
