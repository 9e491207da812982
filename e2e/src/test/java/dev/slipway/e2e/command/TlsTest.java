package dev.slipway.e2e.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.e2e.Project;
import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that takes nobody without TLS, with certificates that are right and wrong. */
@EnabledOnOs(
    value = OS.LINUX,
    disabledReason = "127.0.0.2 is an address of this machine only there")
@Timeout(120)
final class TlsTest {

  private static final Path REFUSAL =
      Project.root().resolve("e2e/src/test/cases/errors/certificate-refused.txt");

  private static final String PASSWORD = "pass-xyzzy7";

  @TempDir static Path made;
  private static EmbeddedPostgres server;
  private static TestDatabase database;

  @TempDir Path folder;
  private UserProject project;

  @BeforeAll
  static void start_server() throws Exception {
    server = EmbeddedPostgres.start(EmbeddedOptions.temporary().version(17));
    database = TestDatabase.create(server, "shop");
    for (String user : new String[] {"deploy", "badge"}) {
      database.execute("create role " + user + " superuser login password '" + PASSWORD + "'");
    }
    var certificates = new Certificates(made);
    certificates.authority("ca");
    certificates.authority("other");
    certificates.keys("server");
    certificates.keys("client");
    String names = "san=ip:127.0.0.1,ip:127.0.0.2";
    write("right.crt", certificates.sign("ca", "server", "-ext", names));
    write("name.crt", certificates.sign("ca", "server", "-ext", "san=dns:db.example.com"));
    write(
        "expired.crt",
        certificates.sign("ca", "server", "-ext", names, "-startdate", "-20d", "-validity", "10"));
    write("early.crt", certificates.sign("ca", "server", "-ext", names, "-startdate", "+20d"));
    write("server.key", Files.readString(made.resolve("server.key")));
    write("ca.crt", Files.readString(made.resolve("ca.crt")));
    Files.writeString(made.resolve("client.crt"), certificates.sign("ca", "client"));
    database.execute("alter system set ssl_ca_file = 'ca.crt'");
  }

  @AfterAll
  static void stop_server() {
    server.close();
  }

  @BeforeEach
  void write_project() throws Exception {
    project =
        new UserProject(folder)
            .variable("PASSWORD", PASSWORD)
            .file("db/schema/a.sql", "create table a (id integer);");
    write(
        "pg_hba.conf",
        """
        host all postgres 127.0.0.1/32 scram-sha-256
        hostssl all deploy 127.0.0.1/32 scram-sha-256
        hostssl all badge 127.0.0.1/32 scram-sha-256 clientcert=verify-ca
        """);
    serve("right.crt");
  }

  /** The server writes the file itself, as it demands that nobody else can read its key. */
  private static void write(String file, String text) throws Exception {
    database.execute(
        "copy (select pg_catalog.unnest(pg_catalog.string_to_array('"
            + text.strip().replace("\r", "")
            + "', e'\\n'))) to program 'umask 077; cat > "
            + file
            + "'");
  }

  /** Whoever connects when this returns meets a server with this certificate. */
  private static void serve(String certificate) throws Exception {
    setting("ssl_cert_file", certificate);
    setting("ssl", "on");
  }

  private static void setting(String name, String value) throws Exception {
    database.execute("alter system set " + name + " = '" + value + "'");
    database.execute("select pg_catalog.pg_reload_conf()");
    while (!database.value("show " + name).equals(value)) {
      Thread.onSpinWait();
    }
  }

  private Ran status(String user, String host, int port, String tls) throws Exception {
    return configure(
            "{ host: %s, port: %d, database: shop, user: %s, password: \"${PASSWORD}\"%s,"
                    .formatted(host, port, user, tls.isEmpty() ? "" : ", tls: " + tls)
                + " stamp: none }")
        .run("status");
  }

  private UserProject configure(String environment) throws Exception {
    return project.file(
        "slipway.yml", "schema: sql:db/schema\nenvironments:\n  dev: " + environment + "\n");
  }

  private Ran status(String user, String tls) throws Exception {
    return status(user, "127.0.0.1", server.port(), tls);
  }

  private static Path file(String name) {
    return made.resolve(name);
  }

  @Test
  void should_let_in_whoever_knows_the_authority_and_the_name() throws Exception {
    status("deploy", "{ mode: verify-full, ca: " + file("ca.crt") + " }").ends(0);

    Files.copy(file("ca.crt"), project.folder().resolve("ca.crt"));
    status("deploy", "{ mode: verify-full, ca: ca.crt }").ends(0);
    assertThat(project.run("doctor").out())
        .containsPattern("TLS +TLSv1\\.\\d, sslmode=verify-full");
  }

  @ParameterizedTest
  @CsvSource({
    "name.crt, ca.crt, is not for that name",
    "right.crt, other.crt, is signed by nobody of",
    "expired.crt, ca.crt, has expired (NotAfter",
    "early.crt, ca.crt, is not valid yet (NotBefore"
  })
  void should_refuse_a_certificate_that_is_not_right(String served, String authority, String why)
      throws Exception {
    serve(served);

    Ran refused = status("deploy", "{ mode: verify-full, ca: " + file(authority) + " }").ends(2);

    assertThat(refused.err())
        .startsWith("error[certificate-refused]")
        .contains(why, "No password was sent.")
        .doesNotContain(PASSWORD);
    if (authority.equals("other.crt")) {
      assertThat(
              refused
                  .err()
                  .replace(":" + server.port(), ":5432")
                  .replace(file(authority).toString(), "/etc/ssl/shop-ca.crt"))
          .isEqualTo(Files.readString(REFUSAL));
    }
  }

  @Test
  void should_check_the_name_only_where_that_is_asked() throws Exception {
    serve("name.crt");

    status("deploy", "{ mode: verify-ca, reason: a tunnel, ca: " + file("ca.crt") + " }").ends(0);
  }

  /** 127.0.0.2 is none of the names that go without a check. */
  @Test
  void should_check_a_server_of_which_nothing_is_said() throws Exception {
    try (RecordedWire wire = RecordedWire.open("127.0.0.2", server.port())) {
      assertThat(status("deploy", "127.0.0.2", wire.port(), "").ends(2).err())
          .startsWith("error[certificate-refused]")
          .contains("is signed by nobody of", "No password was sent.");

      project.variable(
          "URL", "postgresql://deploy:" + PASSWORD + "@127.0.0.2:" + wire.port() + "/shop");
      String url = "{ url: \"${URL}\", stamp: none, tls: { ca: " + file("ca.crt") + " } }";
      configure(url).run("status").ends(0);

      configure("{ url: \"${URL}?sslmode=require\", stamp: none }");
      assertThat(project.run("status").ends(78).err())
          .contains("error[missing-key]", "has a sslmode that does not check the server fully")
          .doesNotContain(PASSWORD);
    }
  }

  @Test
  void should_send_no_password_to_a_server_without_tls() throws Exception {
    setting("ssl", "off");
    write("pg_hba.conf", "host all all 127.0.0.1/32 scram-sha-256\n");
    try (RecordedWire wire = RecordedWire.open("127.0.0.2", server.port())) {
      assertThat(status("deploy", "127.0.0.2", wire.port(), "").ends(2).err())
          .startsWith("error[tls-missing]")
          .contains("sslmode=verify-full asks for it. No password was sent.");

      // A request for TLS (manual, 55.7), and nothing behind it.
      assertThat(wire.said()).containsExactly(0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f);

      assertThat(status("deploy", "127.0.0.2", wire.port(), "{ mode: disable }").ends(78).err())
          .contains("error[missing-key]", "needs a \"reason\"");
      setting("ssl", "off");
      status("deploy", "127.0.0.2", wire.port(), "{ mode: disable, reason: a tunnel }").ends(0);
    }
  }

  @Test
  void should_say_that_the_server_wants_tls() throws Exception {
    assertThat(status("deploy", "{ mode: disable, reason: none }").ends(2).err())
        .startsWith("error[login-refused]")
        .contains("no encryption");
  }

  @Test
  void should_show_a_certificate_to_a_server_that_wants_one() throws Exception {
    String ca = "mode: verify-full, ca: " + file("ca.crt");
    assertThat(status("badge", "{ " + ca + " }").ends(2).err())
        .startsWith("error[login-refused]")
        .contains("valid client certificate", "tls: { cert: FILE, key: FILE }");

    String key = ", key: " + file("client.key");
    status("badge", "{ " + ca + ", cert: " + file("client.crt") + key + " }").ends(0);

    Path open = Files.copy(file("client.key"), project.folder().resolve("open.key"));
    assertThat(open.toFile().setReadable(true, false)).isTrue();
    String cert = ", cert: " + file("client.crt");
    assertThat(status("badge", "{ " + ca + cert + ", key: open.key }").ends(2).err())
        .startsWith("error[tls-file-unreadable]")
        .contains("open.key for TLS", "group or world access");
    assertThat(status("badge", "{ " + ca + ", cert: nowhere.crt" + key + " }").ends(2).err())
        .startsWith("error[tls-file-unreadable]")
        .contains("nowhere.crt for TLS with the server of");
    assertThat(status("badge", "{ " + ca + ", cert: " + file("client.crt") + " }").ends(78).err())
        .contains("tls needs \"cert\" and \"key\"");
  }

  @Test
  void should_say_that_a_file_is_no_certificate() throws Exception {
    project.file("ca.crt", "-----BEGIN CERTIFICATE-----\nnone\n-----END CERTIFICATE-----\n");

    assertThat(status("deploy", "{ mode: verify-full, ca: ca.crt }").ends(2).err())
        .startsWith("error[tls-file-unreadable]")
        .contains("ca.crt for TLS");
  }
}
