package dev.slipway.cli.output;

import dev.slipway.dialect.DeployedRelease;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The releases that work with an environment, as a person and as a program read them. */
public final class ReleaseReport {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private ReleaseReport() {}

  /** A line each. */
  public static String text(List<DeployedRelease> releases, Style style) {
    var table = new TextTable("state", "release", "since (UTC)", "until (UTC)", "by", "uses");
    for (DeployedRelease release : releases) {
      Instant ended = release.endedAt();
      table.row(
          release.isDeployed() ? "deployed" : "ended",
          release.name(),
          TIME.format(release.startedAt()),
          ended == null ? "" : TIME.format(ended),
          release.by() + " from " + release.from(),
          Count.of(UseReport.tables(release.uses()), "table"));
    }
    return table.text(style, "");
  }

  /** The members of each. */
  public static List<Map<String, @Nullable Object>> json(List<DeployedRelease> releases) {
    return releases.stream()
        .map(release -> {
          Instant ended = release.endedAt();
          return Json.object()
              .with("name", release.name())
              .with("deployed", release.isDeployed())
              .with("startedAt", release.startedAt().toString())
              .with("endedAt", ended == null ? null : ended.toString())
              .with("by", release.by())
              .with("from", release.from())
              .with("uses", UseReport.json(release.uses()))
              .members();
        })
        .toList();
  }
}
