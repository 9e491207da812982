package dev.slipway.dialect;

import java.util.Locale;

/** What is compared only where the configuration asks for it, since it differs by environment. */
public enum Compared {
  /** Who owns each object. */
  OWNERS,
  /** The roles that the definition creates, and their memberships. */
  ROLES;

  /** How the configuration calls it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
