package dev.slipway.pull;

import dev.slipway.schema.model.DefinedGrant;
import dev.slipway.schema.model.Privilege;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Prints a grant as a clause of its table. */
final class GrantSource {

  /** Constants that every table has. */
  private static final Set<Privilege> CONSTANTS =
      Set.of(Privilege.SELECT, Privilege.INSERT, Privilege.UPDATE, Privilege.DELETE);

  private GrantSource() {}

  static Chain of(DefinedGrant grant, Place place, SourceText file) {
    List<String> arguments = new ArrayList<>();
    for (Privilege privilege : grant.privileges()) {
      arguments.add(
          CONSTANTS.contains(privilege)
              ? privilege.name()
              : file.use("dev.slipway.schema.model.Privilege") + "." + privilege.name());
    }
    if (!grant.columns().isEmpty()) {
      arguments.add(TableClauses.fields(place, grant.columns()));
    }
    var chain = new Chain("grant(" + String.join(", ", arguments) + ")");
    chain.then(Roles.to(grant.roles()));
    if (grant.grantable()) {
      chain.then("withGrantOption()");
    }
    return chain;
  }
}
