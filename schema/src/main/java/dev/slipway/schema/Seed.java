package dev.slipway.schema;

import org.jooq.DSLContext;

/**
 * Rows that a program writes into an environment, where SQL alone is awkward. The interface of a
 * user's class, which has a constructor without parameters and lies beside the definition; a file
 * of {@code seeds/} names it: {@code -- slipway: class: app.Messages}.
 *
 * <p>It may run again, after it was changed for instance, so it writes the same rows each time:
 * with keys of its own and {@code on conflict}, and random values from a fixed beginning.
 */
@FunctionalInterface
public interface Seed {

  /**
   * Writes the rows.
   *
   * @param database the seed's transaction; it can neither be committed nor rolled back here
   * @param environment the environment's name
   * @throws Exception whatever it throws takes back all that it wrote
   */
  void seed(DSLContext database, String environment) throws Exception;
}
