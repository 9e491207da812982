package dev.slipway.backup;

import dev.slipway.clients.ClientProcess;
import dev.slipway.clients.ClientSearch;
import dev.slipway.clients.ClientTools;
import dev.slipway.clients.ClientVariables;
import dev.slipway.config.BackupPrograms;
import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.dialect.Dialect;
import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Has {@code pg_restore} bring a dump back into an empty database, or its rows into empty tables.
 * It can't go on where it was: a database that was created for it is made anew, rows alone come in
 * one transaction.
 */
final class DumpRestore {

  private final Dialect dialect;
  private final Backup backup;
  private final DumpCopy dump;
  private final DatabaseUrl url;
  private final RestoreOptions options;
  private final BackupProgress progress;
  private final BackupPrograms programs;

  DumpRestore(
      Dialect dialect,
      Backup backup,
      DumpCopy dump,
      DatabaseUrl url,
      RestoreOptions options,
      BackupProgress progress,
      BackupPrograms programs) {
    this.dialect = dialect;
    this.backup = backup;
    this.dump = dump;
    this.url = url;
    this.options = options;
    this.progress = progress;
    this.programs = programs;
  }

  /** Restores it. */
  void run() throws SQLException, IOException {
    try (var connections = new RestoreConnections(dialect, url, options)) {
      ClientTools tools = connections.ask(connection -> tools(connection, dump, programs));
      var room = new RestoreRoom(dialect, backup, url, options);
      var end = new RestoreEnd(dialect, backup, connections, options, progress);
      if (options.dataOnly()) {
        connections.with(room::require);
        rows(tools, room);
        end.setSequences(room);
        return;
      }
      connections.with(connection -> begin(connection, room));
      all(tools);
      // they go on while others write, and pg_dump reads them at another time than we do
      end.setSequences(room);
      end.settle();
      end.analyze();
      connections.with(RestoreJournal::end);
    }
  }

  /**
   * The programs that can bring it back.
   *
   * @param connection a connection of the server that it goes to
   * @throws SlipwayException when there are none
   */
  static ClientTools tools(Connection connection, DumpCopy dump, BackupPrograms programs)
      throws SQLException {
    int server = connection.getMetaData().getDatabaseMajorVersion();
    ClientSearch search = ClientSearch.in(programs.folder());
    return search
        .restoring(dump.major(), server)
        .orElseThrow(() ->
            new SlipwayException(
                BackupError.BACKUP_CLIENT_MISSING,
                "The backup was taken by pg_dump "
                    + dump.client()
                    + ", and no pg_restore can bring it to a server of version "
                    + server
                    + ": "
                    + search.words()
                    + ".",
                "Install the client programs of version "
                    + dump.major()
                    + ", or name their folder by `backups: { programs: FOLDER }` in slipway.yml."));
  }

  private void begin(Connection connection, RestoreRoom room) throws SQLException {
    Set<String> done = RestoreJournal.read(connection, backup);
    if (done.contains(RestoreJournal.BEGUN)) {
      throw new SlipwayException(
          BackupError.RESTORE_TARGET_USED,
          "A restore into " + url + " was cut off, and pg_restore can't go on where it was.",
          "Empty the database, or name another one. Nothing is ever overwritten.");
    }
    room.require(connection);
    new RestoreRoles(connection, backup).require(options);
    if (!RestoreJournal.isThere(connection)) {
      RestoreJournal.begin(connection, backup);
    }
    RestoreJournal.mark(connection, RestoreJournal.BEGUN);
  }

  private void all(ClientTools tools) throws IOException {
    List<String> command = command(tools);
    command.add("--jobs=" + options.jobs());
    command.add("--no-tablespaces");
    if (!options.rights()) {
      command.addAll(List.of("--no-owner", "--no-privileges", "--no-security-labels"));
    }
    int entries = contents(tools).entries().size();
    run(tools, command, "", new DumpEntriesTold(progress, entries)::line);
  }

  /** In one transaction, so that all or none of them are there. */
  private void rows(ClientTools tools, RestoreRoom room) throws IOException {
    DumpContents contents = contents(tools);
    List<TableCopy> wanted = room.tables();
    List<String> entries =
        contents.rows(backup.manifest().tables(), wanted, options.tables().isEmpty());
    Path list = Files.createTempFile("slipway", ".list");
    try {
      Files.write(list, entries);
      List<String> command = command(tools);
      command.addAll(List.of("--data-only", "--single-transaction", "--use-list=" + list));
      run(
          tools,
          command,
          "-c session_replication_role=replica",
          new DumpEntriesTold(progress, entries.size())::line);
    } finally {
      Files.delete(list);
    }
  }

  private List<String> command(ClientTools tools) {
    return new ArrayList<>(
        List.of(
            tools.restore(),
            "--format=directory",
            "--exit-on-error",
            "--no-password",
            "--verbose"));
  }

  private void run(ClientTools tools, List<String> command, String session, Consumer<String> line)
      throws IOException {
    Map<String, String> variables = ClientVariables.of(url, tools, session);
    String database = variables.getOrDefault("PGDATABASE", "");
    // a name with an equals sign would be taken for settings
    command.add("--dbname=dbname='" + database.replace("\\", "\\\\").replace("'", "\\'") + "'");
    command.add(folder().toString());
    try (ClientProcess process = ClientProcess.start(command, variables, line)) {
      if (!process.await()) {
        throw new SlipwayException(
            BackupError.RESTORE_FAILED,
            "pg_restore " + tools.version() + " failed:\n" + process.words(),
            options.dataOnly()
                ? "Mend what it names, then run the command again: no row was written."
                : "Mend what it names, then run the command again: a database that Slipway created"
                    + " is made anew, one that was there has to be emptied first.");
      }
    }
  }

  private DumpContents contents(ClientTools tools) throws IOException {
    Path list = Files.createTempFile("slipway", ".list");
    try (ClientProcess process =
        ClientProcess.start(
            List.of(tools.restore(), "--list", "--file=" + list, folder().toString()),
            Map.of(),
            line -> {})) {
      if (!process.await()) {
        throw new SlipwayException(
            BackupError.RESTORE_FAILED,
            "pg_restore " + tools.version() + " can't read the dump:\n" + process.words(),
            "Use another backup.");
      }
      return DumpContents.of(Files.readAllLines(list));
    } finally {
      Files.delete(list);
    }
  }

  private Path folder() {
    Path folder = backup.store().folder(backup.name());
    if (folder == null) {
      throw new SlipwayException(
          BackupError.RESTORE_FAILED,
          "pg_restore reads files of this machine, and " + backup.place() + " is elsewhere.",
          "Copy the backup into a folder, and name that by --folder.");
    }
    return folder.resolve(BackupFolder.DUMP);
  }
}
