package dev.slipway.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Whom a server's folder belongs to, so that programs that work on it run as that user: start here
 * for a server that was not started by {@link EmbeddedPostgres}.
 *
 * <p>Only root can run programs as somebody else; everybody else runs them as himself, and is told
 * by them what he may not do. Immutable.
 */
public final class ServerOwner {

  private final @Nullable Integer owner;
  private final @Nullable Integer group;
  private final UnaryOperator<List<String>> server;
  private final UnaryOperator<List<String>> tool;

  private ServerOwner(
      @Nullable Integer owner,
      @Nullable Integer group,
      UnaryOperator<List<String>> server,
      UnaryOperator<List<String>> tool) {
    this.owner = owner;
    this.group = group;
    this.server = server;
    this.tool = tool;
  }

  /**
   * The owner of a folder, or of the nearest one above it that is there.
   *
   * @throws dev.slipway.error.SlipwayException {@link EmbeddedError#SERVER_REFUSES_ROOT} when it is
   *     root's, and no way was found to run a server as somebody else
   */
  public static ServerOwner of(Path folder) throws IOException {
    Path there = folder.toAbsolutePath();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    Platform platform = Platform.current();
    if (platform.windows() || !RunAs.isRoot()) {
      return new ServerOwner(null, null, command -> command, command -> command);
    }
    Integer owner = (Integer) Files.getAttribute(there, "unix:uid");
    Integer group = (Integer) Files.getAttribute(there, "unix:gid");
    if (owner == null || owner == 0) {
      return new ServerOwner(null, null, RunAs.choose(platform)::command, command -> command);
    }
    // By his name he has his own groups; without one there are none to be had.
    String name = Files.getOwner(there).getName();
    List<String> prefix =
        name.matches("[0-9]+")
            ? List.of("setpriv", "--reuid=" + owner, "--regid=" + group, "--clear-groups")
            : List.of("runuser", "-u", name, "--");
    UnaryOperator<List<String>> asOwner =
        command -> {
          List<String> whole = new ArrayList<>(prefix);
          whole.addAll(command);
          return whole;
        };
    return new ServerOwner(owner, group, asOwner, asOwner);
  }

  /** Hands a file or folder that this process made over to that user. */
  public void own(Path path) throws IOException {
    if (owner != null && group != null) {
      Files.setAttribute(path, "unix:uid", owner);
      Files.setAttribute(path, "unix:gid", group);
    }
  }

  /** The command that runs a program which refuses root, as the server itself does. */
  public List<String> server(List<String> command) {
    return server.apply(command);
  }

  /** The command that runs a program which reads and writes the folder. */
  public List<String> tool(List<String> command) {
    return tool.apply(command);
  }
}
