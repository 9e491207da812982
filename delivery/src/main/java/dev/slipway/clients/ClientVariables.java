package dev.slipway.clients;

import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.pgdump.ClientAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What a client program is told of a database by its environment (manual, 34.15). */
public final class ClientVariables {

  /** From which version on the programs know the machine's authorities (manual, 34.19.1). */
  private static final int SYSTEM_AUTHORITIES = 16;

  private static final String MODE = "PGSSLMODE";
  private static final String ROOT = "PGSSLROOTCERT";

  private ClientVariables() {}

  /**
   * The variables.
   *
   * @param url where the database is
   * @param tools which programs will read them
   * @param options what the server is told as the session begins, such as {@code -c jit=off}; empty
   *     for nothing
   */
  public static Map<String, String> of(DatabaseUrl url, ClientTools tools, String options) {
    Map<String, String> variables = new HashMap<>(ClientAddress.of(url).environment());
    variables.put("PGAPPNAME", "slipway backup");
    if (asksAuthorities(variables)) {
      variables.put(ROOT, "system");
    }
    if (!options.isEmpty()) {
      variables.merge("PGOPTIONS", options, (said, more) -> said + " " + more);
    }
    return variables;
  }

  /**
   * Whether the programs can check the server's certificate as the address demands it: the
   * machine's authorities are known to newer ones alone, and only for the whole check.
   */
  public static boolean canCheck(DatabaseUrl url, ClientTools tools) {
    Map<String, String> variables = ClientAddress.of(url).environment();
    return !asksAuthorities(variables)
        || (tools.major() >= SYSTEM_AUTHORITIES
            && variables.getOrDefault(MODE, "").equals("verify-full"));
  }

  /** Whether no file says whose signature counts, be it the one that is looked for unasked. */
  private static boolean asksAuthorities(Map<String, String> variables) {
    String root = variables.get(ROOT);
    return variables.getOrDefault(MODE, "").startsWith("verify")
        && (root == null
            ? !Files.isReadable(Path.of(System.getProperty("user.home"), ".postgresql", "root.crt"))
            : root.equals("system"));
  }
}
