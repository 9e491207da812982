package dev.slipway.environment;

import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The file that lists the drift of one environment that may stay, beside the migrations. */
public final class AcceptedDrift {

  private static final List<String> KEYS = List.of("object", "mark", "reason", "by", "at");
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final Path file;

  private AcceptedDrift(Path file) {
    this.file = file;
  }

  /**
   * A difference that may stay.
   *
   * @param object what differs, for whoever reads the file
   * @param mark which difference of it
   * @param reason why it may stay
   * @param by who said so
   * @param at the day, as {@code 2026-11-22}
   */
  public record Entry(String object, String mark, String reason, String by, String at) {}

  /**
   * The file of an environment.
   *
   * @param migrations the folder of the migrations
   * @param environment its name
   */
  public static AcceptedDrift of(Path migrations, String environment) {
    return new AcceptedDrift(
        migrations.resolveSibling("accepted-drift").resolve(environment + ".json"));
  }

  /** Where it is. */
  public Path file() {
    return file;
  }

  /**
   * What it lists; nothing when it is not there.
   *
   * @throws SlipwayException when it can't be read, or is not what it must be
   */
  public List<Entry> read() {
    if (!Files.exists(file)) {
      return List.of();
    }
    JsonNode accepted;
    try {
      accepted = MAPPER.readTree(Files.readString(file)).path("accepted");
    } catch (IOException e) {
      throw wrong("can't be read", e);
    } catch (JacksonException e) {
      throw wrong("is not JSON: " + e.getOriginalMessage(), e);
    }
    if (!accepted.isArray()) {
      throw wrong("has no list \"accepted\"", null);
    }
    List<Entry> entries = new ArrayList<>();
    for (JsonNode each : accepted) {
      entries.add(entry(each, "accepted[" + entries.size() + "]"));
    }
    return entries;
  }

  private Entry entry(JsonNode json, String path) {
    if (!json.isObject() || !Set.copyOf(json.propertyNames()).equals(Set.copyOf(KEYS))) {
      throw wrong("needs " + String.join(", ", KEYS) + " at " + path, null);
    }
    List<String> values = new ArrayList<>();
    for (String key : KEYS) {
      JsonNode value = json.path(key);
      if (!value.isString() || value.stringValue().isBlank()) {
        throw wrong("needs a text at " + path + "." + key, null);
      }
      values.add(value.stringValue());
    }
    return new Entry(values.get(0), values.get(1), values.get(2), values.get(3), values.get(4));
  }

  /**
   * Writes the file anew.
   *
   * @throws SlipwayException when it can't be written
   */
  public void write(List<Entry> entries) {
    ObjectNode root = MAPPER.createObjectNode();
    ArrayNode accepted = root.putArray("accepted");
    for (Entry entry : entries) {
      accepted
          .addObject()
          .put("object", entry.object())
          .put("mark", entry.mark())
          .put("reason", entry.reason())
          .put("by", entry.by())
          .put("at", entry.at());
    }
    try {
      Files.createDirectories(file.resolveSibling(""));
      Files.writeString(
          file, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
    } catch (IOException e) {
      throw new SlipwayException(
          EnvironmentError.DRIFT_FILE_NOT_WRITTEN,
          "The file " + file + " can't be written.",
          "Make its folder writable, then run the command again.",
          e);
    }
  }

  private SlipwayException wrong(String what, @Nullable Exception cause) {
    return new SlipwayException(
        EnvironmentError.BAD_DRIFT_FILE,
        "The list of accepted drift " + file + " " + what + ".",
        "Mend it, or delete it and accept what may stay anew with `slipway drift ENV --accept`.",
        cause);
  }
}
