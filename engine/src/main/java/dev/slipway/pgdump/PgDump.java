package dev.slipway.pgdump;

import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.error.SlipwayException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * PostgreSQL's own {@code pg_dump} and {@code psql}, as they are found on the path: they say what a
 * schema is without knowing anything of Slipway. Stateless and thread-safe.
 *
 * <p>A client refuses servers that are newer than itself (PostgreSQL manual, pg_dump, Notes).
 */
public final class PgDump {

  private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

  /** Where Slipway keeps its ledger: no part of anybody's schema. */
  private static final String LEDGER_SCHEMA = "slipway";

  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

  private final String dump;
  private final String terminal;
  private final int version;

  private PgDump(Path folder, int version) {
    this.dump = folder.resolve("pg_dump").toString();
    this.terminal = folder.resolve("psql").toString();
    this.version = version;
  }

  /**
   * The programs of the first folder that has both: the path, and where Debian keeps what its
   * scripts of the same names on the path start. Empty when there is none.
   */
  public static Optional<PgDump> onPath() {
    return Stream.concat(debianFolders(), pathFolders())
        .filter(folder ->
            Files.isExecutable(folder.resolve("pg_dump"))
                && Files.isExecutable(folder.resolve("psql")))
        .findFirst()
        .flatMap(PgDump::in);
  }

  private static Stream<Path> pathFolders() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
        .filter(folder -> !folder.isEmpty())
        .map(Path::of);
  }

  /** The newest first. */
  private static Stream<Path> debianFolders() {
    String[] versions = DEBIAN.toFile().list((folder, name) -> name.matches("\\d+"));
    return versions == null
        ? Stream.empty()
        : Arrays.stream(versions)
            .sorted(Comparator.comparing((String version) -> Integer.valueOf(version)).reversed())
            .map(version -> DEBIAN.resolve(version).resolve("bin"));
  }

  private static Optional<PgDump> in(Path folder) {
    ClientProgram.Said said =
        ClientProgram.run(Map.of(), "", List.of(folder.resolve("pg_dump").toString(), "--version"));
    Matcher matcher = VERSION.matcher(said.output());
    return matcher.find()
        ? Optional.of(new PgDump(folder, Integer.parseInt(matcher.group(1))))
        : Optional.empty();
  }

  /** The major version, which is also that of the newest server it reads. */
  public int version() {
    return version;
  }

  /**
   * The schema of a database without Slipway's ledger.
   *
   * @param url the database
   * @param what what is observed beside definitions
   * @throws SlipwayException when the program fails, with its words
   */
  public SchemaDump dump(DatabaseUrl url, Observed what) {
    List<String> command = new ArrayList<>(List.of(dump, "--schema-only", "--no-password"));
    command.add("--exclude-schema=" + LEDGER_SCHEMA);
    if (!what.owners()) {
      command.add("--no-owner");
    }
    ClientProgram.Said said = ClientProgram.run(url, "", command);
    if (said.exit() != 0) {
      throw failed("pg_dump", said.complaints());
    }
    return SchemaDump.read(said.output());
  }

  /**
   * Runs a script as {@code psql --file} would, on to its end whatever fails.
   *
   * @param url the database
   * @param script the script, with commands of psql if it has some
   * @return what was complained about, a line each; empty when nothing failed
   */
  public List<String> run(DatabaseUrl url, String script) {
    ClientProgram.Said said =
        ClientProgram.run(
            url,
            script,
            List.of(terminal, "--no-psqlrc", "--quiet", "--no-password", "--output=/dev/null"));
    return said.complaints()
        .lines()
        .filter(line -> line.contains("ERROR:") || line.contains("FATAL:"))
        .toList();
  }

  private static SlipwayException failed(String program, String words) {
    return new SlipwayException(
        PgDumpError.CLIENT_PROGRAM_FAILED,
        program + " failed: " + words,
        "Check that it is no older than the server and reaches the database.");
  }
}
