package dev.slipway.embedded;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;

/**
 * A process that uses a server: prints its port and folder, answers each line of SQL with the first
 * value, and closes the server at the end of its input.
 */
final class ServerUser {

  private ServerUser() {}

  public static void main(String[] arguments) throws Exception {
    EmbeddedOptions options =
        switch (arguments[0]) {
          case "temporary" -> EmbeddedOptions.temporary();
          case "shared" ->
              EmbeddedOptions.shared(arguments[1])
                  .linger(Duration.ofSeconds(Long.parseLong(arguments[2])));
          case "persistent" ->
              EmbeddedOptions.persistent(Path.of(arguments[1]))
                  .linger(Duration.ofSeconds(Long.parseLong(arguments[2])));
          default -> throw new IllegalArgumentException(arguments[0]);
        };
    try (var server = EmbeddedPostgres.start(options)) {
      System.out.println(server.port());
      System.out.println(server.folder());
      try (Connection connection = server.connect("postgres");
          Statement statement = connection.createStatement();
          var input =
              new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
        for (String sql = input.readLine(); sql != null; sql = input.readLine()) {
          System.out.println(answer(statement, sql));
        }
      }
    }
  }

  private static String answer(Statement statement, String sql) throws Exception {
    if (!statement.execute(sql)) {
      return "done";
    }
    try (ResultSet row = statement.getResultSet()) {
      row.next();
      return row.getString(1);
    }
  }
}
