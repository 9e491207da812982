package dev.slipway.schema.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row level security policy.
 *
 * @param name its name, unique within its table
 * @param command the commands it is for
 * @param restrictive whether it narrows what the others allow, instead of allowing more
 * @param roles whom it is for, at least one
 * @param using which existing rows are seen, or null
 * @param withCheck which new rows may be written, or null
 * @param comment its comment, or null
 */
public record DefinedPolicy(
    String name,
    Command command,
    boolean restrictive,
    List<Role> roles,
    @Nullable Expression using,
    @Nullable Expression withCheck,
    @Nullable String comment) {

  /** Keeps a copy of the list. */
  public DefinedPolicy {
    roles = List.copyOf(roles);
  }

  /** The commands a policy is for. */
  public enum Command {
    /** Every command. */
    ALL,
    /** Reading. */
    SELECT,
    /** New rows. */
    INSERT,
    /** Changed rows. */
    UPDATE,
    /** Deleted rows. */
    DELETE
  }
}
