package dev.slipway.cli.output;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.json.JsonMapper;

/** Builds a JSON object member by member, in the order in which a reader should see them. */
public final class Json {

  private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

  private Json() {}

  /** An object without members. */
  public static Json object() {
    return new Json();
  }

  /** The object every command answers with: its name, and how it ended. */
  public static Json answer(String command, String status) {
    return new Json().with("command", command).with("status", status);
  }

  /** Adds a member: a text, number, boolean, null, list, map, or another {@link #members}. */
  public Json with(String name, @Nullable Object value) {
    members.put(name, value);
    return this;
  }

  /** The members in their order. */
  public Map<String, @Nullable Object> members() {
    return members;
  }

  /** The object as text with a line feed at the end; lines end the same way on every platform. */
  public String text() {
    var indenter = new DefaultIndenter("  ", "\n");
    var printer =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectNameValueSpacing(Separators.Spacing.AFTER));
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    return JsonMapper.builder()
            .defaultPrettyPrinter(printer)
            .build()
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(members)
        + "\n";
  }
}
