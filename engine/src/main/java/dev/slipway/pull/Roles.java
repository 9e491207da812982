package dev.slipway.pull;

import dev.slipway.schema.model.Role;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Prints roles: by the constants that every table has, or by their names. */
final class Roles {

  private static final Map<Role, String> CONSTANTS =
      Map.of(
          Role.PUBLIC,
          "PUBLIC",
          Role.AUTHENTICATED,
          "AUTHENTICATED",
          Role.ANON,
          "ANON",
          Role.SERVICE_ROLE,
          "SERVICE_ROLE");

  private Roles() {}

  /** The clause {@code to(...)}. */
  static String to(List<Role> roles) {
    boolean isKnown = CONSTANTS.keySet().containsAll(roles);
    return roles.stream()
        .map(role ->
            isKnown ? Objects.requireNonNull(CONSTANTS.get(role)) : JavaText.quoted(role.name()))
        .collect(Collectors.joining(", ", "to(", ")"));
  }
}
