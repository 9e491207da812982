package dev.slipway.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How an environment's server is brought back to a point in time: by who runs it, or by pgBackRest
 * on the server's own machine.
 *
 * @param provider who runs the server, so that nothing else counts; null for a server of one's own
 * @param stanza what pgBackRest calls the server; the environment's name where nothing is said
 * @param program pgBackRest, by a name that is looked for in {@code PATH}, or by its path
 * @param config the file with pgBackRest's settings, which the server reads too
 * @param repository the folder that holds backups and log where Slipway writes that file
 * @param keep how many full backups pgBackRest keeps where Slipway writes that file
 * @param binaries the folder with the server's programs, such as {@code pg_ctl}; null where the
 *     server is asked, or the usual places are
 */
public record PitrSettings(
    @Nullable ManagedServer provider,
    String stanza,
    String program,
    Path config,
    Path repository,
    int keep,
    @Nullable Path binaries) {

  /** Where Debian's package has its settings. */
  static final Path CONFIG = Path.of("/etc/pgbackrest.conf");

  /** Where Debian's package has backups. */
  static final Path REPOSITORY = Path.of("/var/lib/pgbackrest");

  static final int KEEP = 2;

  /**
   * What holds where nothing is said: everything where Debian's package has it.
   *
   * @param environment the environment's name
   */
  public static PitrSettings standard(String environment) {
    return new PitrSettings(null, environment, "pgbackrest", CONFIG, REPOSITORY, KEEP, null);
  }
}
