package dev.slipway.backup;

import dev.slipway.clients.ClientSearch;
import dev.slipway.clients.ClientTools;
import dev.slipway.clients.ClientVariables;
import dev.slipway.config.BackupPrograms;
import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.error.SlipwayException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * By what a backup is going to be taken, and why.
 *
 * @param tools the programs that take it; null for our own copy
 * @param because why, where that was left open; else empty
 */
record BackupWay(@Nullable ClientTools tools, String because) {

  /**
   * Decides it.
   *
   * @param programs what was said
   * @param hasFolder whether programs can write where the backup goes
   * @param url the database
   * @param server its server's version, such as {@code 17.2}
   * @throws SlipwayException when {@code pg_dump} is wanted, and there is none that can do it
   */
  static BackupWay of(BackupPrograms programs, boolean hasFolder, DatabaseUrl url, String server) {
    return switch (programs.with()) {
      case OWN -> new BackupWay(null, "");
      case PG_DUMP -> {
        ClientSearch search = ClientSearch.in(programs.folder());
        Optional<ClientTools> tools = search.copying(major(server));
        String obstacle = obstacle(tools, search, hasFolder, url, server);
        if (tools.isEmpty() || !obstacle.isEmpty()) {
          throw missing(obstacle, server);
        }
        yield new BackupWay(tools.get(), "");
      }
      case AUTO -> {
        ClientSearch search = ClientSearch.in(programs.folder());
        Optional<ClientTools> tools = search.copying(major(server));
        String obstacle = obstacle(tools, search, hasFolder, url, server);
        yield tools.isEmpty() || !obstacle.isEmpty()
            ? new BackupWay(null, obstacle)
            : new BackupWay(
                tools.get(),
                "pg_dump " + tools.get() + " fits the server of version " + major(server));
      }
    };
  }

  /** What stands in the way, as a sentence without its end; empty for nothing. */
  private static String obstacle(
      Optional<ClientTools> tools,
      ClientSearch search,
      boolean hasFolder,
      DatabaseUrl url,
      String server) {
    if (!hasFolder) {
      return "pg_dump writes plain files into a folder of this machine, and the backup goes"
          + " elsewhere, or is encrypted";
    }
    if (tools.isEmpty()) {
      return "no pg_dump fits the server of version " + major(server) + ": " + search.words();
    }
    try {
      return ClientVariables.canCheck(url, tools.get())
          ? ""
          : "pg_dump "
              + tools.get()
              + " can't check the server's certificate without a file of authorities";
    } catch (SlipwayException e) {
      return "the address of " + url + " can't be told to a client program";
    }
  }

  private static SlipwayException missing(String obstacle, String server) {
    return new SlipwayException(
        BackupError.BACKUP_CLIENT_MISSING,
        "There can be no backup with pg_dump: " + obstacle + ".",
        "Install the client programs of version "
            + major(server)
            + ", name their folder by `backups: { programs: FOLDER }` in slipway.yml, or take"
            + " --with own. Nothing was written.");
  }

  /** The major version of a server. */
  static int major(String server) {
    return Integer.parseInt(server.replaceFirst("[^0-9].*", ""));
  }
}
