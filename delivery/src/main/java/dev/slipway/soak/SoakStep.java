package dev.slipway.soak;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/** What is done in each round. */
sealed interface SoakStep {

  /** What it is called. */
  String name();

  /** When it is given up. */
  Duration limit();

  /**
   * A request.
   *
   * @param status the status that is expected; null for any below 300
   * @param keep what later steps find in the body: places by name
   */
  record Http(
      String name,
      Duration limit,
      String method,
      Template url,
      Map<String, Template> headers,
      @Nullable Template body,
      @Nullable Integer status,
      Map<String, JsonPointer> keep)
      implements SoakStep {

    /** Copies the maps. */
    public Http {
      headers = Map.copyOf(headers);
      keep = Map.copyOf(keep);
    }
  }

  /**
   * A statement; the columns of its first row are kept.
   *
   * @param sql the statement
   */
  record Sql(String name, Duration limit, Template sql) implements SoakStep {}
}
