package dev.slipway.embedded;

import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Joins a server, starting it where it does not run, and leaves it again. */
final class Server {

  private static final Duration START_PATIENCE = Duration.ofMinutes(5);
  private static final Duration STOP_PATIENCE = Duration.ofMinutes(1);
  private static final Duration FORGET_PATIENCE = Duration.ofSeconds(10);
  private static final int PORT_ATTEMPTS = 5;
  private static final long FRESH_HEARTBEAT_MILLIS = TimeUnit.MINUTES.toMillis(1);

  private final EmbeddedOptions options;
  private final Platform platform;
  private final RunAs runAs;
  private final Binaries binaries;
  private final DataFolder dataFolder;
  private final ServerFolder folder;
  private final boolean keepsData;

  private @Nullable Path user;

  private Server(EmbeddedOptions options) {
    this.options = options;
    this.platform = Platform.current();
    this.runAs = RunAs.choose(platform);
    Cache cache = Cache.locate(platform, runAs);
    this.binaries = Binaries.provide(cache, platform, PostgresRelease.ofMajor(options.version()));
    this.dataFolder = new DataFolder(cache, runAs, binaries, options.version());
    this.folder = ServerFolder.of(cache, options.placement(), options.version());
    this.keepsData = options.placement().keepsData();
    new Reaper(cache).reap();
  }

  /** A server that this process uses until it {@link #leave leaves}. */
  static Server join(EmbeddedOptions options) {
    var server = new Server(options);
    try {
      // The lock first: what lies in the cache unlocked and without users is reaped.
      Files.createDirectories(server.folder.lock().toAbsolutePath().getParent());
      FolderLock.hold(server.folder.lock(), server::enter);
    } catch (IOException e) {
      throw new SlipwayException(
          EmbeddedError.SERVER_START_FAILED,
          "The embedded server in " + server.folder.root() + " did not start: " + e,
          "Check the disk and the rights of the folder.",
          e);
    }
    return server;
  }

  ServerFolder folder() {
    return folder;
  }

  int port() {
    Postmaster postmaster = Postmaster.running(folder.data());
    if (postmaster == null) {
      throw new SlipwayException(
          EmbeddedError.SERVER_START_FAILED,
          "The embedded server in " + folder.root() + " is gone:\n" + folder.logTail(),
          "Start it again.");
    }
    return postmaster.port();
  }

  String password() {
    try {
      return Files.readString(folder.password());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void enter() throws IOException {
    checkMachine();
    user = register();
    try {
      dataFolder.provide(folder, keepsData);
      if (!platform.windows()) {
        Guardian.ensure(folder, options.linger(), keepsData);
      }
      Postmaster running = Postmaster.running(folder.data());
      if (running == null) {
        start();
      } else {
        awaitReady(running);
      }
    } catch (IOException | RuntimeException e) {
      abandon(e);
      throw e;
    }
  }

  /** Process ids of another container cannot be judged here, its guardian's heartbeat can. */
  private void checkMachine() throws IOException {
    folder.create();
    if (Files.exists(folder.machine())
        && !Files.readString(folder.machine()).equals(Machine.NAME)
        && Files.exists(folder.heartbeat())
        && System.currentTimeMillis() - Files.getLastModifiedTime(folder.heartbeat()).toMillis()
            < FRESH_HEARTBEAT_MILLIS) {
      throw new SlipwayException(
          EmbeddedError.DATA_IN_USE_ELSEWHERE,
          "The server in " + folder.root() + " runs in another container or on another machine.",
          "End what uses it there, and try again a minute later.");
    }
    Files.writeString(folder.machine(), Machine.NAME);
  }

  /** Registers first and looks for a guardian at work second; the guardian does the reverse. */
  private Path register() throws IOException {
    while (true) {
      folder.create();
      Path mine = folder.register();
      Waiting.until(
          STOP_PATIENCE, () -> !Files.exists(folder.stopping()) || !folder.hasLiveGuardian());
      if (!folder.hasLiveGuardian()) {
        Files.deleteIfExists(folder.stopping());
      }
      if (Files.exists(mine)) {
        return mine;
      }
    }
  }

  private void start() throws IOException {
    Postmaster.awaitForgotten(folder.data(), FORGET_PATIENCE);
    for (int attempt = 1; attempt <= PORT_ATTEMPTS; attempt++) {
      int port = attempt == 1 ? rememberedPort() : freePort();
      if (start(port)) {
        Files.writeString(folder.root().resolve("port"), String.valueOf(port));
        return;
      }
      Postmaster other = Postmaster.running(folder.data());
      if (other != null) {
        // Started by a process that was killed before it saw the server come up.
        awaitReady(other);
        return;
      }
      if (!folder.logTail().contains("could not bind")) {
        break;
      }
    }
    runAs.checkReach(folder.root(), binaries.program("postgres"));
    throw new SlipwayException(
        EmbeddedError.SERVER_START_FAILED,
        "PostgreSQL "
            + options.version()
            + " did not start in "
            + folder.root()
            + ":\n"
            + Files.readString(controlLog()).strip()
            + "\n"
            + folder.logTail(),
        "Mend what the log names, and start again.");
  }

  private boolean start(int port) throws IOException {
    Path settings = folder.data().resolve(ServerSettings.FILE);
    Files.writeString(settings, ServerSettings.render(port, keepsData, options.settings()));
    runAs.own(settings);
    if (Files.exists(folder.log())) {
      Files.move(
          folder.log(), folder.root().resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
    Files.createFile(folder.log());
    runAs.own(folder.log());
    // pg_ctl detaches the server from the terminal, and ends when the server is up or has failed.
    Process control =
        Program.prepare(
                runAs.command(
                    List.of(
                        binaries.program("pg_ctl"),
                        "start",
                        "--silent",
                        "--wait",
                        "--timeout=" + START_PATIENCE.toSeconds(),
                        "--pgdata=" + folder.data(),
                        "--log=" + folder.log())))
            .redirectErrorStream(true)
            .redirectOutput(controlLog().toFile())
            .start();
    // It looks ten times a second only, hence the look of our own.
    Waiting.until(START_PATIENCE, () -> isReady() || !control.isAlive());
    return isReady();
  }

  private Path controlLog() {
    return folder.root().resolve("pg_ctl.log");
  }

  private boolean isReady() {
    Postmaster postmaster = Postmaster.running(folder.data());
    return postmaster != null && postmaster.ready();
  }

  private void awaitReady(Postmaster running) {
    if (!Waiting.until(START_PATIENCE, () -> isReady() || !running.isAlive()) || !isReady()) {
      throw new SlipwayException(
          EmbeddedError.SERVER_START_FAILED,
          "The server in " + folder.root() + " runs but takes no connections:\n" + folder.logTail(),
          "Wait until its users are done, and start again.");
    }
  }

  private int rememberedPort() throws IOException {
    Path remembered = folder.root().resolve("port");
    if (!Files.exists(remembered)) {
      return freePort();
    }
    int port = Integer.parseInt(Files.readString(remembered).strip());
    try (var probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    } catch (IOException e) {
      return freePort();
    }
  }

  private static int freePort() throws IOException {
    try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  /** No longer uses the server; stops it when nobody else does and it is not to linger. */
  void leave() {
    try {
      FolderLock.hold(folder.lock(), this::exit);
      if (options.placement() instanceof Placement.Temporary) {
        Files.deleteIfExists(folder.lock());
      }
    } catch (IOException e) {
      throw new SlipwayException(
          EmbeddedError.SERVER_STOP_FAILED,
          "The embedded server in " + folder.root() + " could not be left: " + e,
          "Check the disk and the rights of the folder.",
          e);
    }
  }

  private void exit() throws IOException {
    if (user != null) {
      Files.deleteIfExists(user);
      user = null;
    }
    boolean lingers = !options.linger().isZero() && !platform.windows();
    if (!lingers && !folder.hasLiveUsers()) {
      stop();
    }
  }

  private void stop() throws IOException {
    Postmaster postmaster = Postmaster.running(folder.data());
    if (postmaster != null && !postmaster.stop(keepsData, STOP_PATIENCE)) {
      throw new SlipwayException(
          EmbeddedError.SERVER_STOP_FAILED,
          "The server in " + folder.root() + " did not stop:\n" + folder.logTail(),
          "End the process " + postmaster.pid() + " yourself.");
    }
    if (!keepsData) {
      Guardian.end(folder);
      FileTree.delete(folder.root());
    }
  }

  private void abandon(Exception failure) {
    try {
      exit();
    } catch (IOException | RuntimeException e) {
      failure.addSuppressed(e);
    }
  }
}
