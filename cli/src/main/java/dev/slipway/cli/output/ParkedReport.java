package dev.slipway.cli.output;

import dev.slipway.workspace.Parked;
import dev.slipway.workspace.Purged;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is parked, and what of it is dropped for good, as a person and as a program read it. */
public final class ParkedReport {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Purged purged;

  /**
   * @param purged what went, or would go
   */
  public ParkedReport(Purged purged) {
    this.purged = purged;
  }

  /** The report for a person; empty when nothing goes. */
  public String text(Style style) {
    return table(purged.gone(), style);
  }

  /** What is parked as a table; empty for nothing. */
  static String table(List<Parked> parked, Style style) {
    var table = new TextTable("parked", "by", "until (UTC)", "rows", "size");
    for (Parked each : parked) {
      boolean isType = each.thing().bytes() == 0 && each.thing().rows() == 0;
      table.row(
          each.words(),
          each.migration() == null ? "" : each.migration(),
          TIME.format(each.until()),
          isType ? "" : "about " + each.thing().rows(),
          isType ? "" : Bytes.text(each.thing().bytes()));
    }
    return table.text(style, "  ");
  }

  /** In a sentence. */
  public String summary() {
    String gone = Count.of(purged.gone().size(), "parked object");
    String kept = purged.kept().isEmpty() ? "" : " " + purged.kept().size() + " stay.";
    if (purged.gone().isEmpty()) {
      return "Nothing is parked long enough in " + purged.environment() + "." + kept;
    }
    return purged.done()
        ? gone + " dropped for good in " + purged.environment() + "." + kept
        : gone + " would be dropped for good in " + purged.environment() + "." + kept;
  }

  /** The report for a program. */
  public Json json() {
    return Json.answer(
            "purge", purged.gone().isEmpty() ? "unchanged" : purged.done() ? "done" : "planned")
        .with("environment", purged.environment())
        .with("purged", purged.gone().stream().map(ParkedReport::json).toList())
        .with("kept", purged.kept().stream().map(ParkedReport::json).toList());
  }

  static Map<String, @Nullable Object> json(Parked parked) {
    return Json.object()
        .with("object", parked.words())
        .with("place", parked.thing().id().dotted())
        .with("migration", parked.migration())
        .with("since", parked.since().toString())
        .with("until", parked.until().toString())
        .with("rows", parked.thing().rows())
        .with("bytes", parked.thing().bytes())
        .members();
  }
}
