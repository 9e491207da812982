package dev.slipway.evidence;

import dev.slipway.error.SlipwayException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON of evidence. What is signed has its members in the order of the alphabet and no white
 * space, so that a file may be formatted without harm.
 */
final class EvidenceJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private EvidenceJson() {}

  /** The bytes that are signed. */
  static byte[] canonical(Evidence evidence) {
    return MAPPER.writeValueAsString(evidence).getBytes(StandardCharsets.UTF_8);
  }

  /** A file's text. */
  static String text(SignedEvidence signed) {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(signed) + "\n";
  }

  /**
   * Reads a file's text.
   *
   * @param shown the file, for messages
   */
  static SignedEvidence read(String text, String shown) {
    try {
      JsonNode json = MAPPER.readTree(text);
      int format = json.path("format").asInt(0);
      if (format < 1 || format > SignedEvidence.FORMAT) {
        throw none(
            shown
                + " is of format "
                + format
                + ", and 1 to "
                + SignedEvidence.FORMAT
                + " are known",
            null);
      }
      return MAPPER.treeToValue(json, SignedEvidence.class);
    } catch (JacksonException | NullPointerException e) {
      throw none(shown + " is no file of evidence", e);
    }
  }

  private static SlipwayException none(String what, @Nullable Exception e) {
    return new SlipwayException(
        EvidenceError.NO_EVIDENCE,
        what + ".",
        "Name a file that `slipway evidence export` wrote.",
        e);
  }
}
