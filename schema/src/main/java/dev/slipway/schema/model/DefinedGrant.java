package dev.slipway.schema.model;

import java.util.List;

/**
 * What some roles may do with an object.
 *
 * @param privileges what they may do; none for everything that the kind of object has
 * @param columns the columns that it is restricted to; none for the whole object
 * @param roles who, at least one
 * @param grantable whether they may pass it on
 */
public record DefinedGrant(
    List<Privilege> privileges, List<String> columns, List<Role> roles, boolean grantable) {

  /** Keeps copies of the lists. */
  public DefinedGrant {
    privileges = List.copyOf(privileges);
    columns = List.copyOf(columns);
    roles = List.copyOf(roles);
  }
}
