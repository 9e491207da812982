package dev.slipway.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users other than the one of the tests, with all that they need copied to where they can read. */
class OrdinaryUserTest {

  private static final String ID = "SELECT current_setting('data_directory')";

  /** What the server's users need at run time; the rest would only be copied. */
  private static final Pattern NEEDED =
      Pattern.compile("classes|test-classes|(slipway-|postgresql|commons-|xz|jspecify).*");

  @TempDir static Path open;

  private final boolean root = Program.run(List.of("id", "-u")).output().equals("0");

  @BeforeAll
  static void open() throws IOException {
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void should_run_for_a_user_who_is_not_root() throws Exception {
    List<String> prefix = root ? List.of("runuser", "-u", "nobody", "--") : List.of();
    Path home = Files.createDirectory(open.resolve("home"));
    if (root) {
      new RunAs(prefix, true).own(home);
    }
    try (var user = start(prefix, Map.of(), home)) {
      user.port();
      assertThat(user.folder()).startsWith(home);
      assertThat(user.ask(ID)).startsWith(home.toString());
    }
  }

  @Test
  void should_run_for_root_where_there_are_no_user_namespaces() throws Exception {
    for (String way : List.of("setpriv", "runuser")) {
      Path home = Files.createDirectory(open.resolve(way));
      try (var user = start(List.of(), Map.of("PATH", programs(way).toString()), home)) {
        user.port();
        Path folder = user.folder();
        assertThat(user.ask(ID)).startsWith(home.toString());
        String owner = root ? "nobody" : System.getProperty("user.name");
        assertThat(Files.getOwner(folder.resolve("data")).getName()).isEqualTo(owner);
        if (root) {
          Postmaster server = UserProcess.serverIn(folder);
          assertThat(Files.getOwner(Path.of("/proc/" + server.pid())).getName()).isEqualTo(owner);
        }
      }
    }
  }

  /** A folder with the programs that are called by name, and one of those that leave root. */
  private Path programs(String way) throws IOException {
    Path folder = Files.createDirectory(open.resolve(way + "-programs"));
    for (String name :
        List.of("sh", "true", "sleep", "mkdir", "rmdir", "mv", "rm", "setsid", way)) {
      Path program =
          List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
              .map(path -> Path.of(path, name))
              .filter(Files::isExecutable)
              .findFirst()
              .orElseThrow(() -> new IOException("no program " + name));
      Path script = folder.resolve(name);
      Files.writeString(script, "#!/bin/sh\nexec " + program + " \"$@\"\n");
      Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    return folder;
  }

  private UserProcess start(List<String> prefix, Map<String, String> environment, Path home)
      throws IOException {
    return UserProcess.start(
        prefix, environment, classPath(), binaries(), home.toString(), "temporary");
  }

  private String classPath() throws IOException {
    Path folder = open.resolve("classes");
    if (!Files.exists(folder)) {
      Files.createDirectory(folder);
    }
    var entries = new ArrayList<String>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path from = Path.of(entry);
      Path to = folder.resolve(entries.size() + "-" + from.getFileName());
      if (Files.exists(from) && NEEDED.matcher(from.getFileName().toString()).matches()) {
        if (!Files.exists(to)) {
          FileTree.copy(from, to, new RunAs(List.of(), false));
        }
        entries.add(to.toString());
      }
    }
    return String.join(File.pathSeparator, entries);
  }

  private String binaries() throws IOException {
    Path folder = open.resolve("binaries");
    if (!Files.exists(folder)) {
      Files.createDirectory(folder);
      String name = Platform.current().artifact() + "-" + PostgresRelease.V17.tested() + ".jar";
      Files.copy(
          Path.of(System.getProperty(BinariesSearch.FOLDER.property()), name),
          folder.resolve(name));
    }
    return folder.toString();
  }
}
