package dev.slipway.pitr;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What pgBackRest's repository holds of a server.
 *
 * @param name what pgBackRest calls the server
 * @param isThere false where the repository knows no such server
 * @param says how pgBackRest itself says it is, such as {@code ok}
 * @param backups the backups, the newest first
 * @param firstLog the first file of the log that is kept; null where there is none
 * @param lastLog the last one
 */
public record Stanza(
    String name,
    boolean isThere,
    String says,
    List<PhysicalBackup> backups,
    @Nullable String firstLog,
    @Nullable String lastLog) {

  /** Of {@code pgbackrest info}: the path, or the data, of the stanza is missing. */
  private static final List<Integer> NOT_THERE = List.of(1, 3);

  /** Copies the backups. */
  public Stanza {
    backups = List.copyOf(backups);
  }

  /** Reads what {@code pgbackrest info --output=json} prints about one stanza. */
  static Stanza read(String name, String json) {
    JsonNode all = JsonMapper.shared().readTree(json);
    JsonNode own = all.path(0);
    if (own.isMissingNode()) {
      return new Stanza(name, false, "there is no such stanza", List.of(), null, null);
    }
    JsonNode status = own.path("status");
    List<PhysicalBackup> backups = new ArrayList<>();
    own.path("backup").forEach(each -> backups.addFirst(backup(each, own.path("db"))));
    JsonNode archives = own.path("archive");
    JsonNode archive = archives.path(archives.size() - 1);
    return new Stanza(
        name,
        !NOT_THERE.contains(status.path("code").asInt(0)),
        status.path("message").asString(""),
        backups,
        text(archive.path("min")),
        text(archive.path("max")));
  }

  /** The newest sound backup from which a time can be reached. */
  Optional<PhysicalBackup> before(Instant time) {
    return backups.stream()
        .filter(PhysicalBackup::isSound)
        .filter(each -> !each.reaches().isAfter(time))
        .findFirst();
  }

  private static PhysicalBackup backup(JsonNode node, JsonNode databases) {
    int id = node.path("database").path("id").asInt(0);
    String server = "";
    for (JsonNode each : databases) {
      if (each.path("id").asInt(0) == id) {
        server = each.path("version").asString("");
      }
    }
    List<String> needs = new ArrayList<>();
    node.path("reference").forEach(each -> needs.add(each.asString()));
    JsonNode time = node.path("timestamp");
    JsonNode info = node.path("info");
    JsonNode repository = info.path("repository");
    return new PhysicalBackup(
        node.path("label").asString(""),
        node.path("type").asString(""),
        Instant.ofEpochSecond(time.path("start").asLong(0)),
        Instant.ofEpochSecond(time.path("stop").asLong(0)),
        server,
        info.path("size").asLong(0),
        repository.path("delta").asLong(0),
        needs,
        !node.path("error").asBoolean(false));
  }

  private static @Nullable String text(JsonNode node) {
    return node.isString() ? node.asString() : null;
  }
}
