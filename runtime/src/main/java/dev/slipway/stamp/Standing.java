package dev.slipway.stamp;

/** How a database stands to the name of an environment. */
public sealed interface Standing {

  /**
   * Nothing says what the database is.
   *
   * @param database its name
   */
  record Unstamped(String database) implements Standing {}

  /**
   * It is that environment.
   *
   * @param stamp what it says of itself
   */
  record Stamped(Stamp stamp) implements Standing {}

  /**
   * It has the environment's stamp, which was given to another database: it is a copy of that, or
   * was moved.
   *
   * @param stamp what it says of itself
   * @param here where it is
   */
  record Copied(Stamp stamp, DatabasePlace here) implements Standing {}

  /**
   * It says that it is another environment.
   *
   * @param stamp what it says of itself
   * @param here where it is
   */
  record Another(Stamp stamp, DatabasePlace here) implements Standing {}
}
