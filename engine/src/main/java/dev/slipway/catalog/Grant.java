package dev.slipway.catalog;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The privileges of one role on one object, where they differ from what the engine gives by
 * default.
 *
 * <p>The owner's own privileges are not part of the catalog, unless some were taken away or given
 * with the option to pass them on, which an owner may do without it; then the role is {@link
 * #OWNER}, since owners differ from one environment to the next.
 *
 * @param id about the object, with the role's name as the last part; about a view's column: about
 *     the view, with {@code column} and the column's name before the role's; about the sequence of
 *     an identity column: see {@link Identity#aboutSequence}
 * @param on the object: a schema, table, view, column, sequence, routine or type
 * @param role the role's name, {@code public} for everyone, {@link #OWNER} for the owner
 * @param privileges the privileges by their SQL names, sorted; empty where a default one was
 *     revoked
 * @param grantable those of them that the role may pass on, sorted
 * @param owner who the owner is, for {@link #OWNER}, where that is not the role that reads the
 *     catalog and owners are compared; else null
 * @param given what the role has on the object when it is created, where default privileges are at
 *     work; else null
 */
public record Grant(
    ObjectId id,
    ObjectId on,
    String role,
    List<String> privileges,
    List<String> grantable,
    @Nullable String owner,
    @Nullable Given given)
    implements DatabaseObject {

  /** Stands for the object's owner; no role can have this name, since its prefix is reserved. */
  public static final String OWNER = "pg_owner";

  /** Copies the privileges. */
  public Grant {
    privileges = List.copyOf(privileges);
    grantable = List.copyOf(grantable);
  }

  /** The same without what is given when the object is created. */
  public Grant asItIs() {
    return given == null ? this : new Grant(id, on, role, privileges, grantable, owner, null);
  }

  /** Whether the role has exactly what the engine gives, so that only default privileges differ. */
  @JsonIgnore
  public boolean isUsual() {
    return given != null && grantable.isEmpty() && privileges.equals(given.usual());
  }

  @Override
  public ObjectId parent() {
    return on;
  }
}
