package dev.slipway.cli.output;

import dev.slipway.backup.Backup;
import dev.slipway.backup.BackupManifest;
import dev.slipway.backup.Drill;
import dev.slipway.backup.DumpCopy;
import dev.slipway.backup.Retention;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Backups, as a person and as a program read them. */
public final class BackupReport {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private BackupReport() {}

  /** A line each. */
  public static String text(List<Backup> backups, Style style) {
    var table = new TextTable("backup", "taken (UTC)", "tables", "rows", "size", "proved");
    for (Backup backup : backups) {
      BackupManifest manifest = backup.manifest();
      table.row(
          backup.name(),
          TIME.format(manifest.began()),
          String.valueOf(manifest.tables().size()),
          String.valueOf(manifest.rows()),
          Bytes.text(manifest.bytes()),
          backup.drill().map(BackupReport::proved).orElse("never"));
    }
    return table.text(style, "");
  }

  /** What goes and what stays, the newest first, a line each. */
  public static String text(Retention retention, boolean isPlanned, Style style) {
    var table = new TextTable("backup", "taken (UTC)", "size", "");
    Map<Backup, String> what = new HashMap<>();
    retention.removed().forEach(backup -> what.put(backup, isPlanned ? "would go" : "gone"));
    retention
        .kept()
        .forEach(kept -> what.put(kept.backup(), "kept: " + String.join(", ", kept.because())));
    what.entrySet().stream()
        .sorted(
            Comparator.comparing(
                    (Map.Entry<Backup, String> entry) -> entry.getKey().manifest().began())
                .reversed())
        .forEach(entry -> {
          BackupManifest manifest = entry.getKey().manifest();
          table.row(
              entry.getKey().name(),
              TIME.format(manifest.began()),
              Bytes.text(manifest.bytes()),
              entry.getValue());
        });
    return table.text(style, "");
  }

  /** Those that stay, each with what keeps it. */
  public static List<Map<String, @Nullable Object>> kept(List<Retention.Kept> kept) {
    return kept.stream()
        .map(each ->
            Json.object()
                .with("name", each.backup().name())
                .with("because", each.because())
                .members())
        .toList();
  }

  private static String proved(Drill drill) {
    return (drill.isProved() ? "" : "failed ") + TIME.format(drill.at());
  }

  /** By what a backup was taken, where that was not said, and what no proof speaks of. */
  public static List<String> form(Backup backup) {
    BackupManifest manifest = backup.manifest();
    DumpCopy dump = manifest.dump();
    List<String> lines = new ArrayList<>();
    if (dump != null || !manifest.because().isEmpty()) {
      lines.add(
          (dump == null ? "Taken by Slipway's own copy" : "Taken by pg_dump " + dump.client())
              + (manifest.because().isEmpty() ? "." : ": " + manifest.because() + "."));
    }
    if (dump != null) {
      dump.notCompared()
          .forEach(each -> lines.add("not compared: " + each + ", which Slipway does not model"));
    }
    return lines;
  }

  /** What a backup does not hold, a line each. */
  public static List<String> leftOut(Backup backup) {
    return backup.manifest().leftOut().stream()
        .map(each -> "left out: " + each + ", which no statement creates again as it was")
        .toList();
  }

  /** The members of each. */
  public static List<Map<String, @Nullable Object>> json(
      List<Backup> backups, UnaryOperator<String> shown) {
    return backups.stream()
        .map(backup -> {
          BackupManifest manifest = backup.manifest();
          Drill drill = backup.drill().orElse(null);
          DumpCopy dump = manifest.dump();
          return Json.object()
              .with("name", backup.name())
              .with("folder", shown.apply(backup.place()))
              .with("sha256", backup.hash())
              .with("began", manifest.began().toString())
              .with("ended", manifest.ended().toString())
              .with("position", manifest.position())
              .with("server", manifest.database().server())
              .with("database", manifest.database().name())
              .with("tables", manifest.tables().size())
              .with("rows", manifest.rows())
              .with("bytes", manifest.bytes())
              .with("form", manifest.form().word())
              .with("because", manifest.because())
              .with("client", dump == null ? null : dump.client())
              .with("notCompared", dump == null ? List.of() : dump.notCompared())
              .with("leftOut", manifest.leftOut())
              .with(
                  "encryptedWith",
                  manifest.encryption() == null ? null : manifest.encryption().key())
              .with(
                  "drill",
                  drill == null
                      ? null
                      : Json.object()
                          .with("at", drill.at().toString())
                          .with("seconds", drill.took().toMillis() / 1000.0)
                          .with("differences", drill.differences())
                          .members())
              .members();
        })
        .toList();
  }
}
