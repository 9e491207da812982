package dev.slipway.schema;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.Converter;
import org.jspecify.annotations.Nullable;

/** Values of {@code hstore} as its text, {@code "key"=>"value", "other"=>NULL}. */
final class HstoreForm {

  private static final String STRING = "\"((?:[^\"\\\\]|\\\\.)*)\"";
  private static final Pattern PAIR =
      Pattern.compile(STRING + "=>(?:" + STRING + "|NULL)", Pattern.DOTALL);

  private HstoreForm() {}

  @SuppressWarnings("unchecked") // a class knows nothing of its type arguments
  static Converter<String, Map<String, @Nullable String>> form() {
    return TextForm.of(
        (Class<Map<String, @Nullable String>>) (Class<?>) Map.class,
        HstoreForm::pairs,
        HstoreForm::text);
  }

  private static Map<String, @Nullable String> pairs(String text) {
    Map<String, @Nullable String> pairs = new LinkedHashMap<>();
    Matcher pair = PAIR.matcher(text);
    while (pair.find()) {
      @Nullable String value = pair.group(2);
      pairs.put(unescaped(pair.group(1)), value == null ? null : unescaped(value));
    }
    return pairs;
  }

  private static String text(Map<String, @Nullable String> pairs) {
    return pairs.entrySet().stream()
        .map(pair -> quoted(pair.getKey()) + "=>" + quoted(pair.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String quoted(@Nullable String text) {
    return text == null ? "NULL" : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private static String unescaped(String text) {
    return text.replaceAll("(?s)\\\\(.)", "$1");
  }
}
