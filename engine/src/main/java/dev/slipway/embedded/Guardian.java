package dev.slipway.embedded;

import dev.slipway.error.SlipwayException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The small shell process that stops a server when its users are gone, however they went.
 *
 * <p>It is apart from the terminal's processes, so that Ctrl-C does not stop the server under a
 * command that is still tidying up. There is none on Windows; a server there is stopped by the
 * shutdown hook of its last user, and what a killed process leaves is reaped by the next start.
 */
final class Guardian {

  private static final String SCRIPT = "guardian.sh";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Guardian() {}

  /** Starts one for a server whose folder has none; waits until it is at work. */
  static void ensure(ServerFolder folder, Duration linger, boolean keepsData) throws IOException {
    if (folder.hasLiveGuardian()) {
      return;
    }
    Path script = folder.root().resolve(SCRIPT);
    try (InputStream source =
        Objects.requireNonNull(Guardian.class.getResourceAsStream(SCRIPT), SCRIPT)) {
      Files.copy(source, script, StandardCopyOption.REPLACE_EXISTING);
    }
    var command = new ArrayList<String>();
    if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
      command.add("/usr/bin/setsid");
    }
    command.addAll(
        List.of(
            "sh",
            script.toString(),
            String.valueOf(linger.toSeconds()),
            keepsData ? "keep" : "delete"));
    Process process =
        Program.prepare(command)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    boolean working = Waiting.until(PATIENCE, () -> folder.hasLiveGuardian() || !process.isAlive());
    if (!working || !folder.hasLiveGuardian()) {
      throw new SlipwayException(
          EmbeddedError.SERVER_START_FAILED,
          "The process that looks after the embedded server in "
              + folder.root()
              + " did not start.",
          "Check that sh runs, and that the folder can be written.");
    }
  }

  /** Ends the one of a folder that is about to be deleted: it would write into it. */
  static void end(ServerFolder folder) throws IOException {
    if (folder.hasLiveGuardian()) {
      long pid = ProcessMark.parse(Files.readString(folder.guardian())).pid();
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
      Waiting.until(PATIENCE, () -> !folder.hasLiveGuardian());
    }
  }
}
