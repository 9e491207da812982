package dev.slipway.schema;

import dev.slipway.error.ErrorCode;
import dev.slipway.error.SlipwayException;
import org.jspecify.annotations.Nullable;

/** The ways in which a schema definition is wrong; all of them are the user's configuration. */
public enum DefinitionError implements ErrorCode {
  /** A name is empty, longer than 63 bytes, or holds a null character. */
  NAME_INVALID,
  /** A name is left out where no field or class gives one. */
  NAME_UNKNOWN,
  /** Two columns, constraints, indexes or policies of one table have the same name. */
  NAME_TWICE,
  /** A table has no columns. */
  TABLE_EMPTY,
  /** A type's parameters contradict each other, or a clause does not fit the type. */
  TYPE_INVALID,
  /** A Java enum can't be an enum type: no constants, or two with one value. */
  ENUM_INVALID,
  /** A Java record can't be a composite type: no components, or one of a type without a word. */
  COMPOSITE_INVALID,
  /** A sequence's options contradict each other. */
  SEQUENCE_INVALID,
  /** A column has two sources of its value, such as a default and an identity. */
  VALUE_CONFLICT,
  /** A key has no columns, a column twice, or there are two primary keys. */
  KEY_INVALID,
  /** A foreign key's target is null or fails to load. */
  REFERENCE_UNRESOLVED,
  /** A foreign key's target is no key, of another table, or has another number of columns. */
  REFERENCE_INVALID,
  /** A clause names a column that is null, or not a column of its table. */
  COLUMN_UNKNOWN,
  /** An index contradicts itself. */
  INDEX_INVALID,
  /** Partitions without a key, or a bound that does not fit the key. */
  PARTITION_INVALID,
  /** An inherited column that no parent has, or parents that are no tables of the definition. */
  INHERITANCE_INVALID,
  /** A grant of nothing, or to nobody. */
  GRANT_INVALID,
  /** A comment on something whose name only the server knows. */
  COMMENT_INVALID,
  /** A policy says nothing, or what its command can't have. */
  POLICY_INVALID,
  /** The definition was changed after it was first read. */
  SEALED,
  /** {@code field("...")} was called inside a definition, where it looks up a column. */
  LOOKUP_MISUSED,
  /** A table class can't be constructed again for an alias. */
  ALIAS_FAILED,
  /** A class that holds definitions failed to initialize. */
  CLASS_FAILED;

  @Override
  public Category category() {
    return Category.CONFIGURATION;
  }

  /**
   * The readable failure inside what the JVM throws when a definition's class fails to initialize.
   *
   * <p>A wrong definition throws a {@link SlipwayException} in the static initializer of its class.
   * The JVM wraps it in an {@link ExceptionInInitializerError} for the first who uses the class,
   * and throws a {@link NoClassDefFoundError} at everyone after. Whoever loads classes catches
   * {@link LinkageError} around {@code Class.forName(name, true, loader)} and shows what this
   * returns.
   *
   * @param className the class that was to be loaded
   * @param thrown what its initialization threw
   * @return the definition's own exception, or one that tells what failed
   */
  public static SlipwayException unwrap(String className, LinkageError thrown) {
    Throwable root = thrown;
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SlipwayException readable) {
        return readable;
      }
      root = cause;
    }
    if (root instanceof ClassNotFoundException) {
      return new SlipwayException(
          CLASS_FAILED,
          className + " needs the class " + root.getMessage() + ", which is not there.",
          "Add the jar or folder that has it to the class path; for the command line, under"
              + " `classpath:` in slipway.yml.",
          thrown);
    }
    String next =
        root instanceof NullPointerException
            ? "Where two definitions need each other, refer to the other one inside a lambda, as in"
                + " references(() -> USERS.id); where a column needs a later one, move the clause"
                + " into the constructor."
            : "Mend the static initializer or the constructor of the class.";
    return new SlipwayException(
        CLASS_FAILED, className + " could not be initialized: " + sentence(root), next, thrown);
  }

  private static String sentence(Throwable root) {
    @Nullable String message = root.getMessage();
    return message == null ? root.getClass().getName() : message;
  }
}
