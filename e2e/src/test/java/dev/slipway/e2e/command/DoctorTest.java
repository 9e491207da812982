package dev.slipway.e2e.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What doctor says of servers with TLS, of replicas, and of roles that may do little. */
@Timeout(120)
final class DoctorTest {

  private static final String PASSWORD = "changeit";

  @TempDir Path folder;

  @Test
  @DisabledOnOs(
      value = OS.WINDOWS,
      disabledReason = "the server writes its key by a program of the shell")
  void should_tell_how_the_connection_is_encrypted() throws Exception {
    try (var server = EmbeddedPostgres.start(EmbeddedOptions.temporary())) {
      assertThat(diagnosis(server, "sslmode=require", "TLS", 1))
          .startsWith("failed")
          .contains("speaks no TLS");

      KeyStore keys = keys();
      Path certificate = folder.resolve("server.crt");
      Files.writeString(certificate, pem("CERTIFICATE", keys.getCertificate("own").getEncoded()));
      String key = pem("PRIVATE KEY", keys.getKey("own", PASSWORD.toCharArray()).getEncoded());
      turnOnTls(server, Files.readString(certificate), key);

      assertThat(diagnosis(server, "sslmode=require", "TLS", 0))
          .startsWith("ok")
          .contains("TLSv1.", "sslmode=require");
      assertThat(diagnosis(server, "sslmode=verify-full&sslrootcert=" + certificate, "TLS", 0))
          .startsWith("ok")
          .contains("sslmode=verify-full");
      assertThat(
              diagnosis(
                  server,
                  "sslmode=verify-full&sslrootcert=" + other(folder.resolve("other.crt")),
                  "TLS",
                  1))
          .startsWith("failed");
    }
  }

  @Test
  void should_tell_that_a_replica_takes_no_writes() throws Exception {
    var options =
        EmbeddedOptions.persistent(folder.toRealPath().resolve("replica")).linger(Duration.ZERO);
    Path data;
    try (var server = EmbeddedPostgres.start(options)) {
      server.createDatabase("shop");
      try (Connection connection = server.connect("shop");
          Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("show data_directory")) {
        row.next();
        data = Path.of(row.getString(1));
      }
    }
    // In recovery it goes on to wait for what a primary would send.
    Files.createFile(data.resolve("standby.signal"));

    try (var server = EmbeddedPostgres.start(options)) {
      assertThat(diagnosis(server, "", "writable", 1))
          .startsWith("failed")
          .contains("a replica in recovery");
    }
  }

  @Test
  void should_tell_what_the_role_may_not_do() throws Exception {
    try (var server = EmbeddedPostgres.start(EmbeddedOptions.temporary())) {
      server.createDatabase("shop");
      execute(server, "create role clerk login password 'secret-of-clerk'");
      String clerk = url(server, "clerk", "secret-of-clerk", "");

      Ran poor = doctor(clerk).ends(1);

      assertThat(line(poor, "ledger")).startsWith("failed").contains("may not create schemas");
      assertThat(line(poor, "privileges")).startsWith("warning").contains("the schema public");
      assertThat(poor.out() + poor.err())
          .contains("grant create on database … to clerk")
          .doesNotContain("secret-of-clerk");

      execute(server, "grant create on database shop to clerk");
      execute(server, "grant create on schema public to clerk");
      Ran rich = doctor(clerk).ends(0);

      assertThat(line(rich, "ledger")).startsWith("ok").contains("may create it");
      assertThat(line(rich, "privileges")).startsWith("ok");

      execute(server, "create schema slipway");
      execute(server, "create table slipway.ledger (name text)");
      execute(server, "grant usage on schema slipway to clerk");

      assertThat(line(doctor(clerk).ends(1), "ledger"))
          .startsWith("failed")
          .contains("may not write it");

      execute(server, "alter role clerk set default_transaction_read_only = on");

      assertThat(line(doctor(clerk).ends(1), "writable"))
          .startsWith("failed")
          .contains("read-only by default");
    }
  }

  private String diagnosis(EmbeddedPostgres server, String parameters, String subject, int exit)
      throws Exception {
    if (!server.databases().contains("shop")) {
      server.createDatabase("shop");
    }
    String url = url(server, EmbeddedPostgres.SUPERUSER, server.password(), parameters);
    return line(doctor(url).ends(exit), subject);
  }

  private Ran doctor(String url) throws Exception {
    return new UserProject(folder)
        .variable("URL", url)
        .file(
            "slipway.yml",
            "schema: sql:a.sql\nenvironments:\n  dev: { url: \"${URL}\", stamp: none }\n")
        .file("a.sql", "create table a (id integer);")
        .run("doctor");
  }

  private static String url(
      EmbeddedPostgres server, String user, String password, String parameters) {
    return "postgresql://%s:%s@127.0.0.1:%d/shop%s"
        .formatted(user, password, server.port(), parameters.isEmpty() ? "" : "?" + parameters);
  }

  /** The line about something, from its state on. */
  private static String line(Ran ran, String subject) {
    List<String> lines =
        ran.out()
            .lines()
            .map(String::strip)
            .filter(line -> line.matches("(ok|warning|failed) +" + subject + " .*"))
            .toList();
    assertThat(lines).as(ran.out()).hasSize(1);
    return lines.get(0);
  }

  private static void execute(EmbeddedPostgres server, String sql) throws SQLException {
    try (Connection connection = server.connect("shop");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The server writes both itself, as it demands that nobody else can read the key. */
  private static void turnOnTls(EmbeddedPostgres server, String certificate, String key)
      throws SQLException {
    execute(server, copy(certificate, "server.crt"));
    execute(server, copy(key, "server.key"));
    execute(server, "alter system set ssl = on");
    execute(server, "select pg_catalog.pg_reload_conf()");
    while (!isEncrypting(server)) {
      Thread.onSpinWait();
    }
  }

  /** The server reads its settings again when it comes to it. */
  private static boolean isEncrypting(EmbeddedPostgres server) throws SQLException {
    try (Connection connection = server.connect("shop");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show ssl")) {
      return row.next() && row.getString(1).equals("on");
    }
  }

  private static String copy(String text, String file) {
    return "copy (select pg_catalog.unnest(pg_catalog.string_to_array('"
        + text.strip()
        + "', e'\\n'))) to program 'umask 077; cat > "
        + file
        + "'";
  }

  private static String pem(String what, byte[] content) {
    var encoder = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
    return "-----BEGIN "
        + what
        + "-----\n"
        + encoder.encodeToString(content)
        + "\n-----END "
        + what
        + "-----\n";
  }

  /** A certificate that the server does not have. */
  private Path other(Path file) throws Exception {
    return Files.writeString(file, pem("CERTIFICATE", keys().getCertificate("own").getEncoded()));
  }

  /** A key with a certificate for this machine that it signs itself. */
  private KeyStore keys() throws Exception {
    Path store = folder.resolve("keys.p12");
    Files.deleteIfExists(store);
    Process tool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "own",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "SAN=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(tool.waitFor()).as(said).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream content = Files.newInputStream(store)) {
      keys.load(content, PASSWORD.toCharArray());
    }
    return keys;
  }
}
