package dev.slipway.embedded;

import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who the server's programs run as: PostgreSQL refuses root.
 *
 * @param prefix what is put before a command
 * @param nobody whether the programs run as the user {@code nobody}, so that the data must be his
 */
record RunAs(List<String> prefix, boolean nobody) {

  static final String NOBODY = "nobody";

  /** As root, the first of these that works. The first keeps root as the owner of the files. */
  private static final List<RunAs> WAYS_OUT_OF_ROOT =
      List.of(
          new RunAs(List.of("unshare", "--user"), false),
          new RunAs(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"), true),
          new RunAs(List.of("runuser", "-u", NOBODY, "--"), true));

  private static final RunAs SELF = new RunAs(List.of(), false);

  static RunAs choose(Platform platform) {
    if (platform.windows() || !isRoot()) {
      return SELF;
    }
    var refusals = new ArrayList<String>();
    for (RunAs way : WAYS_OUT_OF_ROOT) {
      Program.Result probe = Program.run(way.command(List.of("true")));
      if (probe.succeeded()) {
        return way;
      }
      refusals.add(way.prefix.getFirst() + ": " + probe.output());
    }
    throw new SlipwayException(
        EmbeddedError.SERVER_REFUSES_ROOT,
        "PostgreSQL does not run as root, and no other user could be had: "
            + String.join("; ", refusals)
            + ".",
        "Run as an ordinary user, or install util-linux (unshare, setpriv, runuser).");
  }

  /** Refuses, by name, a folder or program that the server could not reach. */
  void checkReach(Path folder, String program) {
    if (prefix.isEmpty()) {
      return;
    }
    Program.Result probe =
        Program.run(
            command(
                List.of(
                    "sh",
                    "-c",
                    "cd \"$1\" && exec \"$2\" --version",
                    "sh",
                    folder.toString(),
                    program)));
    if (!probe.succeeded()) {
      throw new SlipwayException(
          EmbeddedError.SERVER_REFUSES_ROOT,
          "PostgreSQL does not run as root, and by way of "
              + prefix.getFirst()
              + " it cannot use "
              + folder
              + " or "
              + program
              + ": "
              + probe.output(),
          "Choose folders that other users may pass through (set "
              + Cache.HOME.variable()
              + "), or run as an ordinary user.");
    }
  }

  List<String> command(List<String> command) {
    var whole = new ArrayList<>(prefix);
    whole.addAll(command);
    return whole;
  }

  /** Hands a file or folder over to whom the server runs as. */
  void own(Path path) throws IOException {
    if (nobody) {
      Files.setOwner(
          path, path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(NOBODY));
    }
  }

  static boolean isRoot() {
    Integer user = ownerOfThisProcess();
    if (user != null) {
      return user == 0;
    }
    return Program.run(List.of("id", "-u")).output().equals("0");
  }

  private static @Nullable Integer ownerOfThisProcess() {
    try {
      return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    } catch (IOException | UnsupportedOperationException e) {
      return null;
    }
  }
}
