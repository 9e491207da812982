package dev.slipway.pitr;

import dev.slipway.config.PitrSettings;
import dev.slipway.embedded.ServerOwner;
import dev.slipway.error.SlipwayException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The program pgbackrest, run for one stanza as whom the server's files belong to. */
final class PgBackRest {

  private static final String UNKNOWN_SERVER = "is this version of PostgreSQL supported";

  private final String environment;
  private final PitrSettings settings;
  private final ServerOwner user;
  private final Map<String, String> server;

  /**
   * @param environment the environment, for what is to be done next
   * @param settings what it is called, and where its settings are
   * @param user who it runs as
   * @param server the variables by which a client finds the server; a secret is among them
   */
  PgBackRest(
      String environment, PitrSettings settings, ServerOwner user, Map<String, String> server) {
    this.environment = environment;
    this.settings = settings;
    this.user = user;
    this.server = Map.copyOf(server);
  }

  /** The program's path. */
  static String program(PitrSettings settings) {
    String name = settings.program();
    if (name.contains("/")) {
      if (Files.isExecutable(Path.of(name))) {
        return name;
      }
      throw missing(name);
    }
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    for (String folder : path.split(File.pathSeparator)) {
      if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, name))) {
        return Path.of(folder, name).toString();
      }
    }
    throw missing(name);
  }

  private static SlipwayException missing(String name) {
    return new SlipwayException(
        PitrError.PGBACKREST_MISSING,
        "There is no program " + name + ".",
        "Install pgBackRest on the server's machine (Debian, Ubuntu: apt-get install pgbackrest),"
            + " or say where it is: pitr: { program: PATH }.");
  }

  /** Such as {@code 2.45}. */
  String version() {
    return run(user.tool(List.of(program(settings), "version")), "version")
        .output()
        .strip()
        .replaceFirst("^pgBackRest ", "");
  }

  /** What the repository holds. */
  Stanza info() {
    List<String> command = command(List.of("--output=json"), "info");
    return Stanza.read(settings.stanza(), run(command, "info").output());
  }

  /**
   * Runs one of its commands.
   *
   * @throws SlipwayException {@link PitrError#PGBACKREST_FAILED} with its own words
   */
  void run(String name, List<String> options) {
    run(command(options, name), name);
  }

  private List<String> command(List<String> options, String name) {
    List<String> command = new ArrayList<>();
    command.add(program(settings));
    command.add("--config=" + settings.config());
    command.add("--stanza=" + settings.stanza());
    command.add("--log-level-console=off");
    command.add("--log-level-stderr=warn");
    command.addAll(options);
    command.add(name);
    return user.tool(command);
  }

  private ProgramRun run(List<String> command, String name) {
    if (!name.equals("version") && !Files.isReadable(settings.config())) {
      throw new SlipwayException(
          PitrError.PITR_NOT_CONFIGURED,
          "The settings of pgBackRest can't be read: there is no " + settings.config() + ".",
          "Write them with `slipway backup pitr configure "
              + environment
              + " --write`, or say where they are: pitr: { config: FILE }.");
    }
    ProgramRun run;
    try {
      run = ProgramRun.of(command, server);
    } catch (IOException e) {
      throw new SlipwayException(
          PitrError.PGBACKREST_FAILED,
          "pgbackrest " + name + " can't be run: " + e.getMessage() + ".",
          "Check the rights of the program and of the folder for temporary files.",
          e);
    }
    if (!run.succeeded()) {
      throw new SlipwayException(
          PitrError.PGBACKREST_FAILED,
          "pgbackrest " + name + " failed (" + run.exit() + "):\n" + run.words(),
          run.words().contains(UNKNOWN_SERVER)
              ? "Install a version of pgBackRest that knows the server's version."
              : "Mend what pgBackRest names, then look at it all: slipway backup pitr check "
                  + environment
                  + ".");
    }
    return run;
  }
}
