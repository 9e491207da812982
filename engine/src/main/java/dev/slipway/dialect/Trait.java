package dev.slipway.dialect;

/**
 * Something in which databases differ beside their schema.
 *
 * @param group what kind of thing
 * @param name its name, unique in its group
 * @param value how it is, in the words of the server; never a secret
 */
public record Trait(Group group, String name, String value) {

  /** The kinds of such things, in the order in which they are shown. */
  public enum Group {
    /** The server's release and what the database was created with. */
    SERVER,
    /** A setting that is not as the server has it from the start. */
    SETTING,
    /** An installed extension; the value is its version. */
    EXTENSION,
    /** A collation that something is sorted by; the value is its version. */
    COLLATION,
    /** A role of the cluster; the value is what it may do. */
    ROLE
  }
}
