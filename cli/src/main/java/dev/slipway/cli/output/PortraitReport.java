package dev.slipway.cli.output;

import dev.slipway.dialect.Login;
import dev.slipway.dialect.Trait;
import dev.slipway.environment.Portrait;
import dev.slipway.stamp.Stamp;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an environment is, as a person and as a program read it. */
public final class PortraitReport {

  private PortraitReport() {}

  /** The answer for a program. */
  public static Json json(Portrait portrait) {
    return Json.answer("env", "shown")
        .with("environment", portrait.environment())
        .with("address", portrait.address())
        .with("login", json(portrait.login()))
        .with("stamp", portrait.stamp() == null ? null : StampReport.json(portrait.stamp()))
        .with("applied", portrait.applied())
        .with("traits", portrait.traits().stream().map(PortraitReport::json).toList());
  }

  static Map<String, @Nullable Object> json(Login login) {
    return Json.object().with("user", login.user()).with("role", login.role()).members();
  }

  private static Map<String, @Nullable Object> json(Trait trait) {
    return Json.object()
        .with("group", word(trait.group()))
        .with("name", trait.name())
        .with("value", trait.value())
        .members();
  }

  /** The answer for a person. */
  public static String text(Portrait portrait, Style style) {
    var text = new StringBuilder();
    text.append(style.strong(portrait.environment()))
        .append("  ")
        .append(portrait.address())
        .append(" as ")
        .append(portrait.login().words())
        .append("\n\n  ")
        .append(stamp(portrait.stamp()))
        .append("\n  ")
        .append(migrations(portrait.applied()))
        .append("\n\n");
    var table = new TextTable("what", "name", "value");
    for (Trait trait : portrait.traits()) {
      table.row(word(trait.group()), trait.name(), trait.value());
    }
    return text.append(table.text(style, "  ")).toString();
  }

  private static String stamp(@Nullable Stamp stamp) {
    return stamp == null
        ? "It has no stamp."
        : "Stamped %s by %s from %s, identity %s."
            .formatted(stamp.environment(), stamp.by(), stamp.from(), stamp.identity());
  }

  private static String migrations(List<String> applied) {
    return applied.isEmpty()
        ? "No migration is applied."
        : Count.of(applied.size(), "migration")
            + " applied, the last one "
            + applied.getLast()
            + ".";
  }

  /** What a group is called. */
  static String word(Trait.Group group) {
    return group.name().toLowerCase(Locale.ROOT);
  }
}
