package dev.slipway.migration;

import dev.slipway.dialect.Directive;
import dev.slipway.dialect.ScriptParts;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a script declares of a statement that changes many rows: that it runs in batches, each in a
 * transaction of its own, so that nobody waits for all of them.
 *
 * <pre>{@code
 * -- slipway: backfill table=public.message key=id batch=5000 pause=50ms remaining='seq is null'
 * update public.message set seq = id where seq is null;
 * }</pre>
 *
 * @param table the table that is walked, as the session knows it
 * @param alias what the statement calls it; null for by its own name
 * @param key the columns that it is walked by; empty for its primary key
 * @param batch how many rows the first batch has; later ones have a tenth to ten times as many, as
 *     long as they take
 * @param pause how long to wait after each batch at least
 * @param share the part of the time in which batches work; null for that of the run
 * @param lag how far a replica may be behind before the next batch; zero for any
 * @param className the class that the rows of a {@code select} are handed to; null for a statement
 *     that changes rows itself
 * @param remaining a condition that holds for rows that are not done; null when the script names
 *     none, so that nobody can tell
 */
record Backfill(
    String table,
    @Nullable String alias,
    List<String> key,
    int batch,
    Duration pause,
    @Nullable Share share,
    Duration lag,
    @Nullable String className,
    @Nullable String remaining) {

  static final String NAME = "backfill";
  static final String FORM =
      "-- slipway: backfill table=NAME [alias=NAME] [key=COLUMN,…] [batch=ROWS] [pause=TIME]"
          + " [share=PERCENT] [lag=TIME] [java=CLASS] [remaining='CONDITION']";

  private static final int DEFAULT_BATCH = 5000;
  private static final int MOST = 1_000_000;
  private static final Duration DEFAULT_LAG = Duration.ofSeconds(10);
  private static final Set<String> WORDS =
      Set.of("table", "alias", "key", "batch", "pause", "share", "lag", "java", "remaining");

  private static final Pattern CLASS =
      Pattern.compile("\\p{javaJavaIdentifierStart}[\\p{javaJavaIdentifierPart}.]*");

  private static final Pattern SETTING =
      Pattern.compile("\\s*([a-z]+)=((?:\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*'|[^\\s'\"])+)");

  /** Copies the columns. */
  Backfill {
    key = List.copyOf(key);
  }

  /** A directive that does not say what it should. */
  static final class Misunderstood extends Exception {
    private static final long serialVersionUID = 1L;

    Misunderstood(String what) {
      super(what);
    }
  }

  /** What a directive declares. */
  static Backfill of(Directive directive) throws Misunderstood {
    Map<String, String> settings = settings(directive.argument());
    String table = settings.get("table");
    if (table == null) {
      throw new Misunderstood("it lacks table=NAME.");
    }
    String batch = settings.getOrDefault("batch", String.valueOf(DEFAULT_BATCH));
    if (!batch.matches("[1-9][0-9]{0,6}") || Integer.parseInt(batch) > MOST) {
      throw new Misunderstood("batch=" + batch + " is no number from 1 to " + MOST + ".");
    }
    String className = settings.get("java");
    if (className != null && !CLASS.matcher(className).matches()) {
      throw new Misunderstood("java=" + className + " is no name of a class.");
    }
    String key = settings.getOrDefault("key", "");
    String remaining = settings.get("remaining");
    return new Backfill(
        table,
        settings.get("alias"),
        key.isEmpty() ? List.of() : List.of(key.split(",")),
        Integer.parseInt(batch),
        time(settings, "pause", Duration.ZERO),
        share(settings),
        time(settings, "lag", DEFAULT_LAG),
        className,
        remaining == null ? null : unquoted(remaining));
  }

  private static Map<String, String> settings(String argument) throws Misunderstood {
    Map<String, String> settings = new LinkedHashMap<>();
    Matcher matcher = SETTING.matcher(argument);
    int at = 0;
    while (at < argument.stripTrailing().length()) {
      if (!matcher.find(at) || matcher.start() != at) {
        throw new Misunderstood("\"" + argument.substring(at).strip() + "\" is no WORD=VALUE.");
      }
      String word = matcher.group(1);
      if (!WORDS.contains(word)) {
        throw new Misunderstood("there is no " + word + "= in it.");
      }
      if (settings.put(word, matcher.group(2)) != null) {
        throw new Misunderstood(word + "= is there twice.");
      }
      at = matcher.end();
    }
    return settings;
  }

  private static Duration time(Map<String, String> settings, String word, Duration standard)
      throws Misunderstood {
    String text = settings.get(word);
    Duration time = text == null ? standard : TimeText.parse(text);
    if (time == null) {
      throw new Misunderstood(word + "=" + text + " is no time (50ms, 2s, 1m).");
    }
    return time;
  }

  private static @Nullable Share share(Map<String, String> settings) throws Misunderstood {
    String text = settings.get("share");
    if (text == null) {
      return null;
    }
    Share share = Share.parse(text);
    if (share == null) {
      throw new Misunderstood("share=" + text + " is no part of the time (1% to 100%).");
    }
    return share;
  }

  private static String unquoted(String value) {
    return value.startsWith("'") && value.endsWith("'") && value.length() > 1
        ? value.substring(1, value.length() - 1).replace("''", "'")
        : value;
  }

  /** The backfills of a script by the number of the statement that follows each, from 0. */
  static Map<Integer, Backfill> of(ScriptParts parts) {
    Map<Integer, Backfill> backfills = new HashMap<>();
    for (Directive directive : parts.directives()) {
      if (directive.name().equals(NAME)) {
        int statement = Directives.statementAfter(parts, directive);
        if (statement >= 0) {
          try {
            backfills.put(statement, of(directive));
          } catch (Misunderstood e) {
            throw new IllegalStateException("it was checked when the script was read", e);
          }
        }
      }
    }
    return backfills;
  }
}
