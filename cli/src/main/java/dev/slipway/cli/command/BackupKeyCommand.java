package dev.slipway.cli.command;

import dev.slipway.backup.BackupError;
import dev.slipway.backup.BackupKey;
import dev.slipway.cli.output.ExitCode;
import dev.slipway.cli.output.Json;
import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** {@code slipway backup key FILE}. */
@CommandLine.Command(
    name = "key",
    header = "Make a key that backups are encrypted with.",
    description = {
      "Writes a new key into FILE, which only its owner may read, and shows what it is called in",
      "manifests, never the key. Name it in slipway.yml (backups: { encrypt: { key: { file: FILE }",
      "} }), and keep a copy where no backup is: without it they can't be restored."
    },
    footer = {"slipway backup key /etc/slipway/backup.key"})
final class BackupKeyCommand implements Command {

  @Parameters(index = "0", paramLabel = "FILE", description = "the file that is written")
  String file = "";

  @Override
  public ExitCode run(Invocation invocation) {
    Path written = invocation.folder().resolve(file).normalize();
    String key = BackupKey.generate();
    String id = BackupKey.parse(key, "a new key").id();
    try {
      PrivateFile.write(written, key + "\n");
    } catch (IOException e) {
      throw new SlipwayException(
          BackupError.BACKUP_KEY_NOT_WRITTEN,
          invocation.shown(written) + " can't be written, or is there already.",
          "Name a file that is not there, in a folder that can be written to.",
          e);
    }
    invocation.answer(
        Json.answer("key", "written").with("file", invocation.shown(written)).with("id", id), "");
    invocation
        .console()
        .note(
            "The key "
                + id
                + " is in "
                + invocation.shown(written)
                + ". Keep a copy where no backup is, and never commit it: without it no backup can"
                + " be restored.");
    return ExitCode.DONE;
  }
}
