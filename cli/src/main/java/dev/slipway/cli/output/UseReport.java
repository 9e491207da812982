package dev.slipway.cli.output;

import dev.slipway.dialect.ReleaseUse;
import dev.slipway.migration.ReleaseConflict;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an application uses, as a person and as a program read it. */
public final class UseReport {

  private UseReport() {}

  /** A line each. */
  public static String text(List<ReleaseUse> uses, Style style) {
    var table = new TextTable("object", "used as", "at");
    for (ReleaseUse use : uses) {
      table.row(use.object().toString(), words(use.how()), use.where());
    }
    return table.text(style, "");
  }

  /** How many tables there are of which something is used. */
  public static long tables(List<ReleaseUse> uses) {
    return uses.stream().map(use -> use.object().path().subList(0, 2)).distinct().count();
  }

  /** The members of each. */
  public static List<Map<String, @Nullable Object>> json(List<ReleaseUse> uses) {
    return uses.stream().map(UseReport::json).toList();
  }

  private static Map<String, @Nullable Object> json(ReleaseUse use) {
    return Json.object()
        .with("object", use.object().dotted())
        .with("kind", PlanJson.word(use.object().kind()))
        .with("how", PlanJson.word(use.how()))
        .with("class", use.place())
        .with("line", use.line())
        .members();
  }

  /** The members of what a release does not expect. */
  public static Map<String, @Nullable Object> json(ReleaseConflict conflict) {
    return Json.object()
        .with("migration", conflict.migration())
        .with("release", conflict.release())
        .with("code", conflict.code().id())
        .with("object", conflict.object().dotted())
        .with("does", conflict.deed())
        .with("use", json(conflict.use()))
        .with("allow", conflict.allowance())
        .members();
  }

  private static String words(ReleaseUse.How how) {
    return switch (how) {
      case FIELD -> "field";
      case ALL_COLUMNS -> "all columns";
      case INSERTS -> "adds rows";
      case TEXT -> "named in text";
    };
  }
}
