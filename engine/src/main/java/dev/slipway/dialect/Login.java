package dev.slipway.dialect;

/**
 * As whom a session works.
 *
 * @param user who logged in
 * @param role whose rights the session has, and who owns what it creates; the user itself unless it
 *     took another role
 */
public record Login(String user, String role) {

  /** The role, and who took it where that is another one. */
  public String words() {
    return user.equals(role) ? user : role + " (" + user + ")";
  }
}
