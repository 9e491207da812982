package dev.slipway.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row level security policy of a table.
 *
 * @param id {@code [schema, table, name]}
 * @param permissive whether one such policy is enough; a restrictive one must hold beside the
 *     others
 * @param command {@code ALL}, {@code SELECT}, {@code INSERT}, {@code UPDATE} or {@code DELETE}
 * @param roles the roles by their names, sorted; {@code public} alone for everyone
 * @param using the condition on existing rows, as the engine prints it; else null
 * @param check the condition on new rows, as the engine prints it; else null
 */
public record Policy(
    ObjectId id,
    boolean permissive,
    String command,
    List<String> roles,
    @Nullable String using,
    @Nullable String check)
    implements DatabaseObject {

  /** Copies the roles. */
  public Policy {
    roles = List.copyOf(roles);
  }

  @Override
  public ObjectId parent() {
    return ObjectId.of(Kind.TABLE, id.path().get(0), id.path().get(1));
  }
}
