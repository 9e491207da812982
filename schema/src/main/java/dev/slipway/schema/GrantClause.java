package dev.slipway.schema;

import dev.slipway.error.SlipwayException;
import dev.slipway.schema.model.DefinedGrant;
import dev.slipway.schema.model.Privilege;
import dev.slipway.schema.model.Role;
import java.util.Arrays;
import java.util.List;

/** Privileges on an object under definition; complete once it says {@link #to} whom. */
public final class GrantClause {

  private final Sealing sealing;
  private final String place;
  private final List<Privilege> privileges;
  private final List<String> columns;
  private List<Role> roles = List.of();
  private boolean grantable;

  GrantClause(Sealing sealing, String place, List<Privilege> privileges, List<String> columns) {
    this.sealing = sealing;
    this.place = place;
    this.privileges = privileges;
    this.columns = columns;
  }

  /** Whom they are given to. */
  public GrantClause to(Role... roleNames) {
    sealing.requireOpen(place);
    roles = List.of(roleNames);
    return this;
  }

  /** Whom they are given to, by name. */
  public GrantClause to(String... roleNames) {
    sealing.requireOpen(place);
    roles = Arrays.stream(roleNames).map(Role::of).toList();
    return this;
  }

  /** Lets them pass the privileges on. */
  public GrantClause withGrantOption() {
    sealing.requireOpen(place);
    grantable = true;
    return this;
  }

  DefinedGrant defined() {
    if (roles.isEmpty()) {
      throw new SlipwayException(
          DefinitionError.GRANT_INVALID,
          place + ": a grant is to nobody.",
          "Complete it with to(ROLE).");
    }
    return new DefinedGrant(privileges, columns, roles, grantable);
  }
}
