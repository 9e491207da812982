package dev.slipway.pitr;

import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.embedded.ServerOwner;
import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A restored server that is up, on 127.0.0.1 and a port that was free. It takes the users and the
 * passwords of the original. Closing stops it, unless it is to stay.
 *
 * <p>It reads none of the original's settings, but for those of {@code alter system}, over which go
 * those that are given here: it does not listen elsewhere, archive, or subscribe, and loads no
 * libraries that would run jobs.
 */
final class RunningCopy implements AutoCloseable {

  static final String LOG = "pitr.log";
  private static final String SETTINGS = "pitr.conf";
  private static final String ACCESS = "pitr_hba.conf";

  /** The log of a week may have to be replayed. */
  private static final String PATIENCE_SECONDS = String.valueOf(7 * 24 * 3600);

  private static final String NOT_REACHED =
      "recovery ended before configured recovery target was reached";
  private static final String TOO_EARLY = "recovery stop point is before consistent recovery point";
  private static final Pattern LAST =
      Pattern.compile("last completed transaction was at log time (\\S+ \\S+)");

  private final String environment;
  private final Path folder;
  private final ServerPrograms programs;
  private final ServerOwner user;
  private final Map<String, String> server;
  private final int port;
  private boolean stays;

  private RunningCopy(
      String environment,
      Path folder,
      ServerPrograms programs,
      ServerOwner user,
      Map<String, String> server,
      int port) {
    this.environment = environment;
    this.folder = folder;
    this.programs = programs;
    this.user = user;
    this.server = server;
    this.port = port;
  }

  /**
   * Starts a restored server and waits until its log is replayed.
   *
   * @param environment the environment that it is a copy of
   * @param server the variables by which a client finds the original
   */
  static RunningCopy start(
      String environment, Path folder, ServerPrograms programs, Map<String, String> server)
      throws IOException {
    ServerOwner user = ServerOwner.of(folder);
    var copy = new RunningCopy(environment, folder, programs, user, server, freePort());
    copy.writeSettings();
    ProgramRun run = ProgramRun.of(user.server(copy.command()), Map.of());
    boolean isUp = false;
    try {
      isUp = run.succeeded() && copy.awaitReady();
    } finally {
      if (!isUp) {
        copy.close();
      }
    }
    if (!isUp) {
      throw copy.failed(run);
    }
    return copy;
  }

  /** pg_ctl does not wait for a server that takes no questions while it replays its log. */
  private boolean awaitReady() throws IOException {
    Path file = folder.resolve("postmaster.pid");
    while (true) {
      // The lines of miscadmin.h: the first is the process, the eighth how it is.
      List<String> lines;
      try {
        lines = Files.readAllLines(file);
      } catch (NoSuchFileException gone) {
        return false;
      }
      if (lines.isEmpty() || ProcessHandle.of(Long.parseLong(lines.getFirst())).isEmpty()) {
        return false;
      }
      if (lines.size() > 7 && lines.get(7).strip().equals("ready")) {
        return true;
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }

  private static int freePort() throws IOException {
    try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  private void writeSettings() throws IOException {
    write(
        ACCESS,
        """
        # Written by slipway backup pitr: the users of the original, with their passwords.
        host all all 127.0.0.1/32 md5
        """);
    write(SETTINGS, "# Written by slipway backup pitr; the rest is on the command line.\n");
  }

  private void write(String name, String text) throws IOException {
    user.own(Files.writeString(folder.resolve(name), text));
  }

  private List<String> command() {
    List<String> command = new ArrayList<>(startCommand());
    command.addAll(List.of("--silent", "--wait", "--timeout=" + PATIENCE_SECONDS));
    return command;
  }

  /** How it is started again, just so. */
  List<String> startCommand() {
    Map<String, String> settings =
        Map.ofEntries(
            Map.entry("config_file", folder.resolve(SETTINGS).toString()),
            Map.entry("hba_file", folder.resolve(ACCESS).toString()),
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("port", String.valueOf(port)),
            Map.entry("unix_socket_directories", ""),
            // A server that takes questions while it replays needs the original's limits.
            Map.entry("hot_standby", "off"),
            Map.entry("max_prepared_transactions", "1000"),
            Map.entry("archive_mode", "off"),
            Map.entry("shared_preload_libraries", ""),
            Map.entry("max_logical_replication_workers", "0"),
            Map.entry("ssl", "off"),
            Map.entry("logging_collector", "off"),
            Map.entry("log_destination", "stderr"),
            Map.entry("log_min_messages", "log"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("lc_messages", "C"));
    String options =
        settings.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(each -> "-c " + quoted(each.getKey() + "=" + each.getValue()))
            .collect(Collectors.joining(" "));
    return List.of(
        programs.control(),
        "start",
        "--pgdata=" + folder,
        "--log=" + folder.resolve(LOG),
        "--options=" + options);
  }

  /** pg_ctl hands the options to a shell. */
  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }

  private SlipwayException failed(ProgramRun run) throws IOException {
    Path file = folder.resolve(LOG);
    String log = Files.exists(file) ? Files.readString(file) : run.words();
    if (log.contains(NOT_REACHED)) {
      Matcher last = LAST.matcher(log);
      return Restoration.outOfReach(
          "The log that was archived ends before that time"
              + (last.find() ? ": its last transaction is of " + last.group(1) : "")
              + ".",
          "Have the server archive what it has with `slipway backup pitr check "
              + environment
              + "`, name an earlier time, or go to the end: --to end.");
    }
    if (log.contains(TOO_EARLY)) {
      return Restoration.outOfReach(
          "That time lies within the backup, which is nothing whole yet.",
          "Name a later time, or one that an older backup reaches.");
    }
    return new SlipwayException(
        PitrError.PITR_RECOVERY_FAILED,
        "The restored server did not come up:\n" + ProgramRun.last(log),
        "Mend what its log names, then restore again; the original was not touched.");
  }

  int port() {
    return port;
  }

  String user() {
    return server.getOrDefault("PGUSER", "");
  }

  /** The database that the environment's address names. */
  String database() {
    String named = server.getOrDefault("PGDATABASE", "");
    return named.isEmpty() ? user() : named;
  }

  /** Where one of its databases is; a secret. */
  DatabaseUrl url(String database) {
    return new DatabaseUrl(
        "jdbc:postgresql://127.0.0.1:"
            + port
            + "/"
            + encoded(database)
            + "?sslmode=disable&user="
            + encoded(user())
            + "&password="
            + encoded(server.getOrDefault("PGPASSWORD", "")));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** It is not stopped when this is closed. */
  void leaveRunning() {
    stays = true;
  }

  @Override
  public void close() throws IOException {
    if (!stays) {
      ProgramRun.of(
          user.server(
              List.of(
                  programs.control(),
                  "stop",
                  "--silent",
                  "--wait",
                  "--mode=fast",
                  "--pgdata=" + folder)),
          Map.of());
    }
  }
}
