package dev.slipway.e2e.judge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two schemas that somebody wrote as a test of their own tool.
 *
 * @param suite whose test it is
 * @param name the case
 * @param folder where its files are
 * @param oldFile the one side
 * @param newFile the other side
 */
record Pair(String suite, String name, Path folder, Path oldFile, Path newFile) {

  private static final JsonMapper JSON = new JsonMapper();

  /** A case of the corpus. */
  static Pair in(String suite, Path folder) {
    return new Pair(
        suite,
        String.valueOf(folder.getFileName()),
        folder,
        folder.resolve("old.sql"),
        folder.resolve("new.sql"));
  }

  /** A case of our own. */
  static Pair ours(String area, Path folder) {
    return new Pair(
        area,
        String.valueOf(folder.getFileName()),
        folder,
        folder.resolve("before.sql"),
        folder.resolve("after.sql"));
  }

  /** What a side consists of: what both sides stand on, the side, and its rows. */
  String script(boolean isNew) throws IOException {
    return text(folder.resolve("setup.sql"))
        + text(isNew ? newFile : oldFile)
        + text(folder.resolve(isNew ? "seed_new.sql" : "seed_old.sql"));
  }

  /** The roles that must be there. */
  List<String> roles() throws IOException {
    Path meta = folder.resolve("meta.json");
    if (!Files.exists(meta)) {
      return List.of();
    }
    JsonNode roles = JSON.readTree(Files.readString(meta)).path("roles");
    return roles.valueStream().map(JsonNode::asString).toList();
  }

  /** A file that is not there says nothing. */
  private static String text(Path file) throws IOException {
    return Files.exists(file) ? Files.readString(file) + "\n" : "";
  }

  @Override
  public String toString() {
    return suite + "/" + name;
  }
}
