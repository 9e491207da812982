package dev.slipway.e2e.judge;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A side of a case loaded into a database. A role that is missing is created, and the load begins
 * anew; one that another case left is as good.
 *
 * @param database where it is
 * @param problem why it does not load; null when it does
 */
record Side(JudgeServer.Database database, @Nullable String problem) implements AutoCloseable {

  private static final Pattern MISSING = Pattern.compile("role \"(.*)\" does not exist");
  private static final Pattern PRESENT = Pattern.compile("role \"(.*)\" already exists");
  private static final int ATTEMPTS = 12;

  static Side load(JudgeServer server, Loader loader, String script) {
    String problem = "";
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      JudgeServer.Database database = server.create();
      List<String> complaints =
          loader.run(database.url(), script).stream()
              .filter(line -> !PRESENT.matcher(line).find())
              .toList();
      if (complaints.isEmpty()) {
        return new Side(database, null);
      }
      problem = complaints.get(0).replaceFirst("^.*?(ERROR|FATAL): *", "");
      Matcher missing = MISSING.matcher(complaints.get(0));
      if (!missing.find()) {
        return new Side(database, problem);
      }
      database.close();
      server.createRole(missing.group(1));
    }
    return new Side(server.create(), problem);
  }

  @Override
  public void close() {
    database.close();
  }
}
