package dev.slipway.config;

import dev.slipway.dialect.DatabaseUrl;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * As whom an environment's database is entered: to change it, and to look at it. What a login is
 * made of is fetched when it is needed first, and its secrets anew when the server refuses them.
 *
 * @param changing the address whose sessions may change the database; throws a {@link
 *     ConfigurationException} where a part of it can't be had
 * @param reading the address whose sessions only look at it; throws the same
 * @param apart whether looking has a login or a role of its own
 * @param migrateAs the role that sessions which change it take, so that it owns what they create;
 *     null for the user's own
 * @param readAs the role that sessions which look at it take; null for the user's own
 */
public record Logins(
    Supplier<DatabaseUrl> changing,
    Supplier<DatabaseUrl> reading,
    boolean apart,
    @Nullable String migrateAs,
    @Nullable String readAs) {

  /** One login for everything, at an address that stays as it is. */
  static Logins of(String url) {
    Supplier<DatabaseUrl> address = () -> new DatabaseUrl(url);
    return new Logins(address, address, /* apart= */ false, null, null);
  }

  /** The roles; no address, since it holds secrets. */
  @Override
  public String toString() {
    return "migrates as %s, reads as %s".formatted(migrateAs, readAs);
  }
}
