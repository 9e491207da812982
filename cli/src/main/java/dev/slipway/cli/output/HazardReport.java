package dev.slipway.cli.output;

import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import dev.slipway.workspace.SeenHazard;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is dangerous about statements that a person wrote, with where they are. */
public final class HazardReport {

  private final List<SeenHazard> hazards;
  private final Function<Path, String> paths;

  /**
   * @param hazards what was seen
   * @param paths a file as it is shown
   */
  public HazardReport(List<SeenHazard> hazards, Function<Path, String> paths) {
    this.hazards = List.copyOf(hazards);
    this.paths = paths;
  }

  /** Each with its file, line and safe way. */
  public String text(Style style) {
    var text = new StringBuilder();
    for (SeenHazard seen : hazards) {
      Hazard hazard = seen.hazard();
      String name = word(hazard) + " " + hazard.code().id() + " " + hazard.message();
      text.append(place(seen))
          .append(": ")
          .append(
              hazard.code().severity() == HazardCode.Severity.DESTROYS
                  ? style.bad(name)
                  : style.warning(name))
          .append("\n  ")
          .append(hazard.advice())
          .append('\n');
    }
    return text.toString();
  }

  /** A line each. */
  public List<String> lines() {
    return hazards.stream()
        .map(seen ->
            place(seen)
                + ": "
                + word(seen.hazard())
                + " "
                + seen.hazard().code().id()
                + " "
                + seen.hazard().message())
        .toList();
  }

  /** The members of each, as {@link PlanJson#of(Hazard)} has them, with the file and the line. */
  public List<Map<String, @Nullable Object>> json() {
    return hazards.stream()
        .map(seen ->
            Json.object()
                .with("file", paths.apply(seen.file()))
                .with("line", seen.line())
                .with("hazard", PlanJson.of(seen.hazard()))
                .members())
        .toList();
  }

  private String place(SeenHazard seen) {
    return paths.apply(seen.file()) + ":" + seen.line();
  }

  private static String word(Hazard hazard) {
    return switch (hazard.code().severity()) {
      case DESTROYS -> "loss";
      case MAY_FAIL, LOCKS, SURPRISES -> "hazard";
      case ADVICE -> "advice";
    };
  }
}
