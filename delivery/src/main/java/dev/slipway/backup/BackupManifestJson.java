package dev.slipway.backup;

import dev.slipway.error.SlipwayException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON of a manifest, version 3. Reading is strict. Version 1 is of our own copy, version 2 of
 * one that is encrypted; neither says of what form it is.
 */
final class BackupManifestJson {

  private static final int FORMAT = 3;
  private static final int ENCRYPTED = 2;
  private static final String ENCRYPTION = "encryption";

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private BackupManifestJson() {}

  static String write(BackupManifest manifest) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("format", FORMAT);
    json.put("form", manifest.form().word());
    json.setAll((ObjectNode) MAPPER.valueToTree(manifest));
    if (manifest.encryption() == null) {
      json.remove(ENCRYPTION);
    }
    return MAPPER.writeValueAsString(json) + "\n";
  }

  static BackupManifest read(String text, String file) {
    try {
      if (!(MAPPER.readTree(text) instanceof ObjectNode json)) {
        throw damaged(file, "is no JSON object", null);
      }
      int format = json.path("format").asInt(0);
      if (format < 1 || format > FORMAT) {
        throw new SlipwayException(
            BackupError.NO_BACKUP,
            file + " is of format " + format + ", and only those up to " + FORMAT + " are known.",
            "Restore it with the version of Slipway that wrote it, or a newer one.");
      }
      json.remove("format");
      if (format < FORMAT) {
        if (json.has(ENCRYPTION) != (format == ENCRYPTED)) {
          throw damaged(
              file, "tells of encryption where it has none, or the other way round", null);
        }
        json.put("form", BackupForm.OWN.word()).put("because", "");
      }
      String form = json.path("form").asString("");
      json.remove("form");
      BackupManifest manifest = MAPPER.treeToValue(json, BackupManifest.class);
      if (!manifest.form().word().equals(form)) {
        throw damaged(file, "is of the form \"" + form + "\", and holds another", null);
      }
      return manifest;
    } catch (JacksonException | NullPointerException | IllegalArgumentException e) {
      throw damaged(file, "can't be read: " + e.getMessage(), e);
    }
  }

  private static SlipwayException damaged(String file, String what, @Nullable Exception e) {
    return new SlipwayException(
        BackupError.BACKUP_DAMAGED, file + " " + what + ".", "Use another backup.", e);
  }
}
