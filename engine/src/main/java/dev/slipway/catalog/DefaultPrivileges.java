package dev.slipway.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The privileges that one role will have on the new objects of another, where they differ from what
 * the engine gives.
 *
 * @param id {@code [role, schema, on, grantee]}, without the schema where it is every schema
 * @param role whose new objects; {@link Grant#OWNER} for the role that reads the catalog
 * @param schema the schema of the new objects; null for all
 * @param on the sort of objects in the word that SQL has for many of them, such as tables, routines
 *     or large objects
 * @param grantee who will have them; {@code public} for everyone, {@link Grant#OWNER} for the role
 *     itself
 * @param privileges the privileges by their SQL names, sorted; empty where what the engine gives is
 *     taken away
 * @param grantable those of them that the grantee may pass on, sorted
 * @param usual what the platform gives without them, sorted; mostly nothing
 */
public record DefaultPrivileges(
    ObjectId id,
    String role,
    @Nullable String schema,
    String on,
    String grantee,
    List<String> privileges,
    List<String> grantable,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> usual)
    implements DatabaseObject {

  /** Copies the privileges; a catalog's JSON leaves out what is empty. */
  public DefaultPrivileges {
    privileges = List.copyOf(privileges);
    grantable = List.copyOf(grantable);
    usual = usual == null ? List.of() : List.copyOf(usual);
  }

  /** Whether they only take away from what the platform gives. */
  public boolean takesAway() {
    return !usual.isEmpty() && grantable.isEmpty() && usual.containsAll(privileges);
  }

  /** The identity of default privileges. */
  public static ObjectId id(String role, @Nullable String schema, String on, String grantee) {
    var path = new ArrayList<String>();
    path.add(role);
    if (schema != null) {
      path.add(schema);
    }
    path.add(on);
    path.add(grantee);
    return new ObjectId(Kind.DEFAULT_PRIVILEGES, path);
  }
}
