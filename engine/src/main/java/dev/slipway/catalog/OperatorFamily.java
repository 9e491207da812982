package dev.slipway.catalog;

import java.util.List;

/**
 * An operator family, with what belongs to it and to none of its classes.
 *
 * @param id {@code [schema, name, access method]}
 * @param members the members, operators before functions, by number and types
 */
public record OperatorFamily(ObjectId id, List<OperatorMember> members) implements DatabaseObject {

  /** Copies the members. */
  public OperatorFamily {
    members = List.copyOf(members);
  }
}
