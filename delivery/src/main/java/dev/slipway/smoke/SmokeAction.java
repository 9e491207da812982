package dev.slipway.smoke;

import dev.slipway.config.Filled;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** What a smoke check does, and what it expects of that. */
public sealed interface SmokeAction {

  /** What it does, with {@code ${NAME}} for what comes from variables. */
  String shown();

  /**
   * A request.
   *
   * @param method in upper case
   * @param url where to, of http or https
   * @param headers the headers by name
   * @param body what is sent; null for nothing
   * @param status the status that is expected
   * @param expectedHeaders what the value of a header, by its name, contains
   * @param json what stands at each place of the body
   */
  record Http(
      String method,
      Filled url,
      Map<String, Filled> headers,
      @Nullable Filled body,
      int status,
      Map<String, Filled> expectedHeaders,
      Map<JsonPointer, JsonNode> json)
      implements SmokeAction {

    /** Copies the maps. */
    public Http {
      headers = Map.copyOf(headers);
      expectedHeaders = Map.copyOf(expectedHeaders);
      json = Map.copyOf(json);
    }

    @Override
    public String shown() {
      return method + " " + url.written();
    }

    /** Whether it asks and changes nothing, as HTTP defines its method. */
    public boolean isSafe() {
      return method.equals("GET") || method.equals("HEAD");
    }
  }

  /**
   * A program, started without a shell in the project's folder.
   *
   * @param words the program and its arguments
   * @param exit what it is expected to end with
   */
  record Program(List<Filled> words, int exit) implements SmokeAction {

    /** Copies the words. */
    public Program {
      words = List.copyOf(words);
    }

    @Override
    public String shown() {
      return String.join(" ", words.stream().map(Filled::written).toList());
    }
  }
}
