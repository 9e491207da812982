package dev.slipway.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts {@code ${NAME}} in place of what variables stand for, in texts that come from elsewhere and
 * are shown: an answer may repeat a key that it was asked with. Immutable.
 */
public final class Masking {

  /** A shorter value is rather a part of a word, which would be masked wherever it is. */
  private static final int SHORTEST_SECRET = 4;

  private final List<Map.Entry<String, String>> values;

  private Masking(List<Map.Entry<String, String>> values) {
    this.values = values;
  }

  /** What the variables of some texts stand for. */
  public static Masking of(Collection<Filled> texts) {
    Map<String, String> all = new HashMap<>();
    texts.forEach(each -> all.putAll(each.values()));
    return new Masking(
        all.entrySet().stream()
            .filter(each -> each.getValue().length() >= SHORTEST_SECRET)
            .map(each -> Map.entry(each.getKey(), each.getValue()))
            .sorted(
                Comparator.comparingInt(
                        (Map.Entry<String, String> each) -> each.getValue().length())
                    .reversed()
                    .thenComparing(Map.Entry::getKey))
            .toList());
  }

  /** A text in which nothing of them is left. */
  public String apply(String text) {
    String clean = text;
    for (Map.Entry<String, String> each : values) {
      clean = clean.replace(each.getValue(), "${" + each.getKey() + "}");
    }
    return clean;
  }
}
