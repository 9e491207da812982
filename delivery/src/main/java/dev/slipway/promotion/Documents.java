package dev.slipway.promotion;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import dev.slipway.error.SlipwayException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a deployment keeps as JSON: one text for one content. */
final class Documents {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
          .changeDefaultVisibility(
              visibility -> visibility.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
          .build();

  private Documents() {}

  static String text(Object document) {
    return MAPPER.writeValueAsString(document);
  }

  static <T> T read(String text, Class<T> type) {
    try {
      return MAPPER.readValue(text, type);
    } catch (JacksonException e) {
      throw unreadable(e);
    }
  }

  static JsonNode tree(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JacksonException e) {
      throw unreadable(e);
    }
  }

  private static SlipwayException unreadable(JacksonException e) {
    return new SlipwayException(
        PromotionError.DEPLOYMENT_UNREADABLE,
        "A deployment's record in the ledger is none that this version understands.",
        "Use the version of Slipway that wrote it, or a newer one.",
        e);
  }
}
