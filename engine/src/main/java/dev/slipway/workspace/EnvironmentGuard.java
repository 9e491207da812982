package dev.slipway.workspace;

import dev.slipway.config.EnvironmentConfiguration;
import dev.slipway.dialect.Diagnosis;
import java.sql.Connection;
import java.util.List;

/**
 * Says whether a database is the environment that it is taken for. It is asked on every connection
 * to an environment, before the first statement that reads or writes anything of it; so a name that
 * leads elsewhere from one connection to the next is noticed too. Thread-safe.
 */
public interface EnvironmentGuard {

  /** What is done in an environment. */
  enum Access {
    /** It is looked at. */
    READ,
    /** It may be changed. */
    WRITE
  }

  /** Lets everything pass: for programs and tests whose databases have no name. */
  EnvironmentGuard NONE = (connection, environment, access) -> {};

  /**
   * Looks at a database.
   *
   * @param connection to it, in auto-commit mode
   * @param environment what it is taken for
   * @param access what is going to be done
   * @throws dev.slipway.error.SlipwayException when that must not be done
   */
  void check(Connection connection, EnvironmentConfiguration environment, Access access);

  /**
   * What {@code doctor} says of it; nothing when it has no opinion.
   *
   * @param connection to the database, in auto-commit mode
   * @param environment what it is taken for
   */
  default List<Diagnosis> examine(Connection connection, EnvironmentConfiguration environment) {
    return List.of();
  }
}
