package dev.slipway.postgres;

import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.dialect.Diagnosis;
import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The way to a server, step by step: address, name, port, TLS, login; then what is there. */
final class Examination {

  private static final int PATIENCE_MILLIS = 5000;
  private static final int DEFAULT_PORT = 5432;

  private final DatabaseUrl url;
  private final Clock clock;
  private final int release;
  private final Set<String> extensions;
  private final List<Diagnosis> found = new ArrayList<>();

  Examination(DatabaseUrl url, Clock clock, int release, Set<String> extensions) {
    this.url = url;
    this.clock = clock;
    this.release = release;
    this.extensions = extensions;
  }

  List<Diagnosis> run() {
    try {
      ConnectionAddress address = ConnectionAddress.parse(url);
      found.add(Diagnosis.ok("address", url.toString()));
      if (reaches(address)) {
        enter(address);
      }
    } catch (SlipwayException e) {
      found.add(Diagnosis.failed("address", e.what(), e.next()));
    }
    return found;
  }

  /** Whether one of the hosts has a name that is known and a port that answers. */
  private boolean reaches(ConnectionAddress address) {
    boolean isKnown = false;
    var refusals = new ArrayList<Diagnosis>();
    for (String host : hosts(address)) {
      int colon = host.startsWith("[") ? host.indexOf("]:") + 1 : host.lastIndexOf(':');
      String name = colon > 0 ? host.substring(0, colon) : host;
      int port = colon > 0 ? Integer.parseInt(host.substring(colon + 1)) : DEFAULT_PORT;
      try {
        InetAddress resolved = InetAddress.getByName(name);
        if (!isKnown) {
          found.add(Diagnosis.ok("name", name + " is " + resolved.getHostAddress()));
        }
        isKnown = true;
        try (Socket socket = new Socket()) {
          socket.connect(new InetSocketAddress(resolved, port), PATIENCE_MILLIS);
        }
        found.add(Diagnosis.ok("port", name + ":" + port + " answers"));
        return true;
      } catch (UnknownHostException e) {
        refusals.add(
            Diagnosis.failed(
                "name",
                "The name " + name + " is not known.",
                "Mend the host in the address; behind a VPN, connect that first."));
      } catch (IOException e) {
        refusals.add(
            Diagnosis.failed(
                "port",
                "Nothing answers at " + name + ":" + port + ": " + e.getMessage() + ".",
                "Check that the server runs, the port, and the firewall's list of addresses that"
                    + " may connect."));
      }
    }
    found.addAll(refusals);
    return false;
  }

  private static List<String> hosts(ConnectionAddress address) {
    String afterScheme = address.url().substring("jdbc:postgresql://".length());
    return List.of(afterScheme.substring(0, afterScheme.indexOf('/')).split(","));
  }

  private void enter(ConnectionAddress address) {
    try (Connection connection = PostgresConnection.open(url, "doctor")) {
      String user = address.properties().getProperty("user", "");
      new ServerExamination(connection, url, clock, release, extensions, found)
          .run(user, address.properties().getProperty("sslmode", "prefer"), isLocal(address));
    } catch (SlipwayException e) {
      found.add(refused(e));
    } catch (SQLException e) {
      found.add(
          Diagnosis.failed(
              "server",
              "The server refuses a question: " + e.getMessage() + ".",
              "Mend what it names."));
    }
  }

  private static boolean isLocal(ConnectionAddress address) {
    try {
      for (String host : hosts(address)) {
        if (!InetAddress.getByName(host.replaceFirst(":\\d+$", "")).isLoopbackAddress()) {
          return false;
        }
      }
      return true;
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static Diagnosis refused(SlipwayException e) {
    String said = e.what();
    if (said.contains("unsupported startup parameter")) {
      return Diagnosis.failed(
          "pooler",
          "A PgBouncer is in the way, and refuses what the driver says first: " + said,
          "Connect to the server itself; migrations need a session of their own.");
    }
    String subject =
        switch (e.code()) {
          case PostgresError.TLS_MISSING,
              PostgresError.CERTIFICATE_REFUSED,
              PostgresError.TLS_FILE_UNREADABLE ->
              "TLS";
          case PostgresError.LOGIN_REFUSED -> said.contains("no encryption") ? "TLS" : "login";
          case PostgresError.DATABASE_MISSING -> "database";
          case PostgresError.UNSUPPORTED_SERVER_VERSION -> "version";
          default -> "server";
        };
    return Diagnosis.failed(subject, said, e.next());
  }
}
