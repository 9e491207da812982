package dev.slipway.migration;

import dev.slipway.error.SlipwayException;

/** Finds what migrations do in Java. Thread-safe. */
@FunctionalInterface
public interface BatchWorks {

  /**
   * A new one of what a script names.
   *
   * @param className the class, with its package
   * @throws SlipwayException when there is no such class, or it is not of the kind
   */
  BatchWork find(String className);

  /** Where there are no classes at all. */
  static BatchWorks none() {
    return className -> {
      throw new SlipwayException(
          MigrationError.DATA_MIGRATION_CLASS,
          "The class " + className + " can't be found: these migrations were read without classes.",
          "Run the command in the project that has the class.");
    };
  }
}
