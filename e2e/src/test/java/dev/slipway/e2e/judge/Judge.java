package dev.slipway.e2e.judge;

import java.util.List;

/**
 * Says what becomes of a subject. Not thread-safe: there is one for each thread.
 *
 * @param <T> what is judged
 */
interface Judge<T> extends AutoCloseable {

  /** The name of the list in which the results stand. */
  String list(T subject);

  /** What became of it. */
  List<Result> judge(T subject);

  @Override
  void close();
}
