package dev.slipway.schema.model;

/**
 * A role of the database.
 *
 * @param name its name, as it is, without quotes; {@code public} is the pseudo-role of everyone
 */
public record Role(String name) {

  /** Everyone. */
  public static final Role PUBLIC = new Role("public");

  /** Supabase's role of a request with a user. */
  public static final Role AUTHENTICATED = new Role("authenticated");

  /** Supabase's role of a request without a user. */
  public static final Role ANON = new Role("anon");

  /** Supabase's role of the server side, which bypasses row security. */
  public static final Role SERVICE_ROLE = new Role("service_role");

  /** The role of this name. */
  public static Role of(String name) {
    return new Role(name);
  }

  /** Whether this is everyone: SQL's keyword {@code public}, which is never quoted. */
  public boolean isPublic() {
    return equals(PUBLIC);
  }
}
