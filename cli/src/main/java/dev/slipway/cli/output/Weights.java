package dev.slipway.cli.output;

import dev.slipway.catalog.ObjectId;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import dev.slipway.plan.TableSize;
import dev.slipway.plan.WeighedHazard;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What hazards come to on a certain database, in words and as a program reads it. */
public final class Weights {

  private static final List<String> UNITS = List.of("kB", "MB", "GB", "TB");

  private final Map<Hazard, WeighedHazard> weighed = new HashMap<>();

  /**
   * @param weighed what is known; the rest counts in full
   */
  public Weights(List<WeighedHazard> weighed) {
    weighed.forEach(each -> this.weighed.put(each.hazard(), each));
  }

  /** What a hazard comes to. */
  WeighedHazard of(Hazard hazard) {
    return weighed.getOrDefault(hazard, WeighedHazard.unknown(hazard));
  }

  /**
   * How much is concerned, and for about how long: {@code public.message has about 41 million rows
   * in 12 GB: about 5 min}; empty where nothing is known.
   */
  public static String told(WeighedHazard weighed) {
    TableSize size = weighed.size();
    if (size == null) {
      return "";
    }
    String tables =
        weighed.hazard().tables().stream().map(ObjectId::dotted).collect(Collectors.joining(", "));
    String verb = weighed.hazard().tables().size() == 1 ? " has " : " have ";
    return switch (weighed.weight()) {
      case EMPTY -> weighed.hazard().on().dotted() + " has nothing in it: no finding";
      case SMALL -> tables + verb + held(size) + ": no finding";
      case FULL ->
          tables + verb + held(size) + (takesTime(weighed) ? ": " + length(weighed.about()) : "");
    };
  }

  private static boolean takesTime(WeighedHazard weighed) {
    return weighed.hazard().code().severity() == HazardCode.Severity.LOCKS
        && !weighed.about().isZero();
  }

  /** {@code about 41 million rows in 12 GB}. */
  static String held(TableSize size) {
    if (size.rows() == 0 && size.precision() == TableSize.Precision.EXACT) {
      return "no rows";
    }
    String rows =
        switch (size.precision()) {
          case EXACT -> Count.of(size.rows(), "row");
          case ABOUT -> "about " + round(size.rows()) + " rows";
          case MORE_THAN -> size.rows() == 0 ? "rows" : "more than " + round(size.rows()) + " rows";
        };
    return rows + " in " + bytes(size.bytes());
  }

  /** Three digits, and a word for the rest. */
  static String round(long number) {
    if (number < 1000) {
      return String.valueOf(number);
    }
    long unit = 1;
    while (number / unit >= 1000) {
      unit *= 10;
    }
    long rounded = Math.round((double) number / unit) * unit;
    if (rounded < 1_000_000) {
      return String.format(Locale.ROOT, "%,d", rounded);
    }
    boolean isMillions = rounded < 1_000_000_000;
    double shown = rounded / (isMillions ? 1e6 : 1e9);
    return decimal(shown) + (isMillions ? " million" : " billion");
  }

  private static String decimal(double number) {
    String text = String.format(Locale.ROOT, number < 10 ? "%.1f" : "%.0f", number);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  static String bytes(long bytes) {
    double number = bytes / 1024.0;
    int unit = 0;
    while (number >= 1024 && unit < UNITS.size() - 1) {
      number /= 1024;
      unit++;
    }
    return decimal(number) + " " + UNITS.get(unit);
  }

  private static String length(Duration about) {
    long seconds = about.toSeconds();
    if (seconds < 1) {
      return "less than a second";
    }
    if (seconds < 100) {
      return "about " + seconds + " s";
    }
    long minutes = Math.round(seconds / 60.0);
    return minutes < 100
        ? "about " + minutes + " min"
        : "about " + decimal(seconds / 3600.0) + " hours";
  }

  /** The members of a hazard, as {@link PlanJson#of(Hazard)} has them. */
  static Map<String, @Nullable Object> json(WeighedHazard weighed) {
    Json json = Json.object();
    PlanJson.named(weighed.hazard()).forEach(json::with);
    TableSize size = weighed.size();
    return json.with("tables", weighed.hazard().tables().stream().map(ObjectId::dotted).toList())
        .with(
            "size",
            size == null
                ? null
                : Json.object()
                    .with("bytes", size.bytes())
                    .with("rows", size.rows())
                    .with("precision", PlanJson.word(size.precision()))
                    .members())
        .with("weight", PlanJson.word(weighed.weight()))
        .with("seconds", size == null ? null : weighed.about().toMillis() / 1000.0)
        .members();
  }
}
