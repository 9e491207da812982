package dev.slipway.pitr;

import dev.slipway.config.EnvironmentConfiguration;
import dev.slipway.config.ManagedServer;
import dev.slipway.config.PitrSettings;
import dev.slipway.dialect.Diagnosis;
import dev.slipway.embedded.ServerOwner;
import dev.slipway.error.SlipwayException;
import dev.slipway.pgdump.ClientAddress;
import dev.slipway.postgres.PostgresError;
import dev.slipway.workspace.EnvironmentGuard.Access;
import dev.slipway.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Points in time of a server of one's own: start here to have its log kept, to look whether it is,
 * to copy its files, and to restore it as it was at a time.
 *
 * <p>pgBackRest does the work, on the machine that has the server's files; Slipway sets it up,
 * drives it, and looks at what came of it. The server is never restarted, stopped or overwritten.
 * Used by one thread.
 */
public final class PointInTime {

  private final Workspace workspace;
  private final EnvironmentConfiguration environment;
  private final Clock clock;
  private final Consumer<String> progress;

  /**
   * @param workspace the project
   * @param environment the environment whose server it is
   * @param clock tells what time it is
   * @param progress is told what is being done, in a few words
   * @throws SlipwayException {@link PitrError#PITR_NOT_POSSIBLE} for an embedded server, and for
   *     one that somebody else runs
   */
  public PointInTime(
      Workspace workspace,
      EnvironmentConfiguration environment,
      Clock clock,
      Consumer<String> progress) {
    this.workspace = workspace;
    this.environment = environment;
    this.clock = clock;
    this.progress = progress;
    ManagedServer provider = environment.pitr().provider();
    if (provider != null) {
      throw new SlipwayException(
          PitrError.PITR_NOT_POSSIBLE,
          provider.title()
              + " runs the server of "
              + environment.name()
              + ", and pgBackRest can't reach its files.",
          "There the way back is: " + provider.way("TIME") + ".");
    }
    if (environment.embedded()) {
      throw new SlipwayException(
          PitrError.PITR_NOT_POSSIBLE,
          environment.name() + " is a server that Slipway starts itself, without a log to keep.",
          "Name an environment with an address; `slipway backup create "
              + environment.name()
              + "` copies this one.");
    }
  }

  /**
   * What has to be set so that the log is kept; nothing is changed.
   *
   * @throws SlipwayException when the server can't be asked, or does not tell where its files are
   */
  public ArchiveSetup configure() {
    ServerLook look = look();
    String user = server().getOrDefault("PGUSER", "");
    return ArchiveSetup.of(settings(), data(look), look, user);
  }

  /** Looks at all that has to be right; nothing is changed but that the server begins a new log. */
  public List<Diagnosis> check() {
    return new ArchiveCheck(environment.name(), settings(), clock, progress)
        .check(look(), this::pgBackRest);
  }

  /** What the repository holds. */
  public Stanza list() {
    return pgBackRest(lookIfUp()).info();
  }

  /**
   * Copies the server's files into the repository, which begins to know the server where it did not
   * before.
   *
   * @return the new backup
   * @throws SlipwayException {@link PitrError#PGBACKREST_FAILED} when pgBackRest fails
   */
  public PhysicalBackup run(BackupType type) {
    ServerLook look = look();
    PgBackRest program = pgBackRest(look);
    if (!program.info().isThere()) {
      progress.accept("making the stanza");
      program.run("stanza-create", List.of());
    }
    progress.accept("copying the server's files");
    program.run("backup", List.of("--type=" + type.word()));
    return program.info().backups().getFirst();
  }

  /**
   * Restores the server as it was into a new folder, and lets it go on from there under a port of
   * its own.
   *
   * @throws SlipwayException when the time can't be reached, the folder is used, or the restored
   *     server does not come up; nothing of it is left then
   */
  public RestoredServer restore(RestoreRequest request) {
    return new Restoration(workspace, environment, clock, progress)
        .restore(request, this::lookIfUp, server());
  }

  private PitrSettings settings() {
    return environment.pitr();
  }

  private Map<String, String> server() {
    return ClientAddress.of(environment.logins().changing().get()).environment();
  }

  private ServerLook look() {
    // That it is the environment is asked as who looks; the server's files take who changes.
    workspace.address(environment.name(), Access.READ);
    try (Connection connection =
        workspace.dialect().connect(environment.logins().changing().get(), "pitr")) {
      return ServerLook.of(connection);
    } catch (SQLException e) {
      throw new SlipwayException(
          PitrError.PITR_NOT_POSSIBLE,
          "The server does not tell how it is set: " + e.getMessage() + ".",
          "Use a role that is a superuser, or a member of pg_monitor.",
          e);
    }
  }

  /** A server that is lost is no reason not to restore it; one that is another's is. */
  private @Nullable ServerLook lookIfUp() {
    try {
      return look();
    } catch (SlipwayException e) {
      if (e.code() == PostgresError.SERVER_UNREACHABLE) {
        return null;
      }
      throw e;
    }
  }

  private Path data(ServerLook look) {
    Path data = look.data();
    if (data == null) {
      throw new SlipwayException(
          PitrError.PITR_NOT_POSSIBLE,
          "The server does not tell this role where its files are.",
          "Use a role that is a superuser, or a member of pg_read_all_settings.");
    }
    return data;
  }

  /** The program, as whom the server's files belong to; where no server is, the repository. */
  private PgBackRest pgBackRest(@Nullable ServerLook look) {
    Path folder = look == null ? settings().repository() : data(look);
    if (look != null && !Files.isDirectory(folder)) {
      throw new SlipwayException(
          PitrError.PITR_NOT_HERE,
          "The files of "
              + environment.name()
              + " are not on this machine: there is no "
              + folder
              + " here.",
          "Run the command on the server's machine, as the user that the files belong to.");
    }
    try {
      return new PgBackRest(environment.name(), settings(), ServerOwner.of(folder), server());
    } catch (IOException e) {
      throw new SlipwayException(
          PitrError.PITR_NOT_HERE,
          "The files of " + environment.name() + " can't be looked at: " + e.getMessage() + ".",
          "Run the command as the user that they belong to.",
          e);
    }
  }
}
