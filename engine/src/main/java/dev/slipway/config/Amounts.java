package dev.slipway.config;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads times, shares and numbers with a unit; each misfit becomes a problem. */
public final class Amounts {

  private static final Pattern TIME = Pattern.compile("([0-9]{1,6}) ?(ms|s|m|min|h)");
  private static final Pattern PERCENT = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,6})?) ?%");
  private static final Pattern FACTOR = Pattern.compile("([0-9]{1,6}(?:\\.[0-9]{1,6})?) ?x");

  private final YamlReader yaml;
  private final Problems problems;

  /**
   * @param yaml reads texts
   * @param problems takes each misfit
   */
  public Amounts(YamlReader yaml, Problems problems) {
    this.yaml = yaml;
    this.problems = problems;
  }

  /** A time longer than nothing, such as {@code 500ms} or {@code 10m}; null with a problem. */
  public @Nullable Duration time(Node node, String key) {
    Matcher words = words(TIME, node, key, "a time, such as 500ms, 10s or 5m");
    if (words == null) {
      return null;
    }
    long number = Long.parseLong(words.group(1));
    Duration time =
        switch (words.group(2)) {
          case "ms" -> Duration.ofMillis(number);
          case "s" -> Duration.ofSeconds(number);
          case "h" -> Duration.ofHours(number);
          default -> Duration.ofMinutes(number);
        };
    if (time.isZero()) {
      problems.add(node, ConfigurationError.BAD_VALUE, key + " is longer than nothing, not 0");
      return null;
    }
    return time;
  }

  /** A share from 0 to 1, written {@code 1%}; null with a problem. */
  public @Nullable Double share(Node node, String key) {
    Matcher words = words(PERCENT, node, key, "a share, such as 1%");
    if (words == null) {
      return null;
    }
    double share = Double.parseDouble(words.group(1)) / 100;
    if (share > 1) {
      problems.add(node, ConfigurationError.BAD_VALUE, key + " is 100% at most");
      return null;
    }
    return share;
  }

  /** A factor above 1, written {@code 2x}; null with a problem. */
  public @Nullable Double factor(Node node, String key) {
    Matcher words = words(FACTOR, node, key, "a factor, such as 2x");
    if (words == null) {
      return null;
    }
    double factor = Double.parseDouble(words.group(1));
    if (factor <= 1) {
      problems.add(node, ConfigurationError.BAD_VALUE, key + " is more than 1x");
      return null;
    }
    return factor;
  }

  /** A whole number within bounds; null with a problem. */
  public @Nullable Integer number(Node node, String key, int least, int most) {
    Integer number = yaml.integer(node, key);
    if (number != null && (number < least || number > most)) {
      problems.add(
          node,
          ConfigurationError.BAD_VALUE,
          key + " is " + least + " to " + most + ", not " + number);
      return null;
    }
    return number;
  }

  private @Nullable Matcher words(Pattern pattern, Node node, String key, String form) {
    String text =
        node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.STR)
            ? scalar.getValue()
            : yaml.string(node, key);
    if (text == null) {
      return null;
    }
    Matcher words = pattern.matcher(text.strip());
    if (!words.matches()) {
      problems.add(
          node,
          ConfigurationError.BAD_VALUE,
          key + " is " + form + ", not " + YamlReader.shown(text));
      return null;
    }
    return words;
  }
}
