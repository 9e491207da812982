package dev.slipway.dialect;

import java.util.List;
import java.util.Locale;

/** What a catalog has only where it is asked for. */
public enum Compared {
  /** Who owns each object; it differs by environment. */
  OWNERS,
  /** The roles that the definition creates, and their memberships. */
  ROLES,
  /** Slipway's own tables, and what is parked: for a copy of a whole database. */
  OURS;

  /** What a configuration may ask for. */
  public static List<Compared> configurable() {
    return List.of(OWNERS, ROLES);
  }

  /** How the configuration calls it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
