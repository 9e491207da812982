package dev.slipway.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operator class: how an access method treats a type.
 *
 * @param id {@code [schema, name, access method]}
 * @param isDefault whether indexes on the type take it when they name none
 * @param type the type as the engine prints it
 * @param family its operator family, schema-qualified and quoted
 * @param storage the type of what an index stores, where it is another; else null
 * @param members the members, operators before functions, by number and types
 */
public record OperatorClass(
    ObjectId id,
    boolean isDefault,
    String type,
    String family,
    @Nullable String storage,
    List<OperatorMember> members)
    implements DatabaseObject {

  /** Copies the members. */
  public OperatorClass {
    members = List.copyOf(members);
  }
}
