package dev.slipway.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A role of the cluster with its attributes and settings, where roles are compared; never its
 * password, which is not even read.
 *
 * @param id {@code [name]}
 * @param superuser whether it may do anything
 * @param createdb whether it may create databases
 * @param createrole whether it may create roles
 * @param inherit whether it has the privileges of the roles that it is a member of
 * @param login whether a session can begin as it
 * @param replication whether it may replicate
 * @param bypassrls whether policies do not hold for it
 * @param connections how many sessions it may have at a time; -1 for any number
 * @param validUntil until when its password is valid, as the engine prints it in UTC; null for
 *     ever, which is also what {@code infinity} says
 * @param settings what its sessions are set to as {@code name=value}, sorted
 * @param settingsHere the same for its sessions in this database
 */
public record Role(
    ObjectId id,
    boolean superuser,
    boolean createdb,
    boolean createrole,
    boolean inherit,
    boolean login,
    boolean replication,
    boolean bypassrls,
    int connections,
    @Nullable String validUntil,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> settings,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> settingsHere)
    implements DatabaseObject {

  /** Copies the settings; a catalog's JSON leaves out empty ones. */
  public Role {
    settings = settings == null ? List.of() : List.copyOf(settings);
    settingsHere = settingsHere == null ? List.of() : List.copyOf(settingsHere);
  }

  /** The identity of a role. */
  public static ObjectId id(String name) {
    return ObjectId.of(Kind.ROLE, name);
  }
}
