package dev.slipway.cli.output;

import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import dev.slipway.plan.Lock;
import dev.slipway.plan.LockMode;
import dev.slipway.plan.Plan;
import dev.slipway.plan.Reverse;
import dev.slipway.plan.Step;
import dev.slipway.plan.WeighedHazard;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A plan as a person reads it: numbered steps, each with its SQL, locks, hazards and way back. */
public final class PlanText {

  private static final String INDENT = "      ";

  private final Style style;
  private final Weights weights;

  /**
   * One of a plan whose hazards nobody weighed.
   *
   * @param style the colors of where it is printed
   */
  public PlanText(Style style) {
    this(style, List.of());
  }

  /**
   * @param style the colors of where it is printed
   * @param weighed what the hazards come to where the plan would run
   */
  public PlanText(Style style, List<WeighedHazard> weighed) {
    this.style = style;
    this.weights = new Weights(weighed);
  }

  /** The whole plan. */
  public String of(Plan plan) {
    var text = new StringBuilder(heading(plan)).append("\n");
    int number = 0;
    for (Step step : plan.steps()) {
      number++;
      text.append('\n').append(step(number, step));
    }
    return text.toString();
  }

  /** What is done to which objects, without the SQL; each hazard with its step. */
  public String summary(Plan plan) {
    var text = new StringBuilder(heading(plan)).append("\n\n");
    List<StepGroup> groups = StepGroup.of(plan.steps());
    int widest = groups.stream().mapToInt(group -> group.numbers().length()).max().orElse(0);
    int width = Math.max(2, widest);
    for (StepGroup group : groups) {
      String numbers = " ".repeat(width - group.numbers().length()) + group.numbers();
      for (String line : group.lines(INDENT.length() + width)) {
        text.append("  ").append(numbers).append("  ").append(line).append('\n');
        numbers = " ".repeat(width);
      }
      for (Step step : group.steps()) {
        step.hazards().forEach(hazard -> hazard(text, hazard, isParked(step)));
      }
    }
    return text.toString();
  }

  private String heading(Plan plan) {
    long hazards = plan.hazards().map(weights::of).filter(WeighedHazard::counts).count();
    long destroying =
        plan.steps().stream()
            .filter(step -> !isParked(step))
            .flatMap(step -> step.hazards().stream())
            .map(weights::of)
            .filter(WeighedHazard::loses)
            .count();
    String steps = style.strong("Plan: " + Count.of(plan.steps().size(), "step"));
    if (hazards == 0) {
      return steps + ", no hazards";
    }
    String found = Count.of(hazards, "hazard");
    return steps
        + ", "
        + (destroying == 0
            ? style.warning(found)
            : style.bad(found + " (" + destroying + " losing data)"));
  }

  private String step(int number, Step step) {
    var text = new StringBuilder();
    text.append(style.strong("%4d  %s".formatted(number, step.summary()))).append('\n');
    text.append(block(style, INDENT, step.statement().sql() + ";"));
    for (Lock lock : step.statement().locks()) {
      line(text, style.faint("lock    " + lock.on().dotted() + ": " + words(lock.mode())));
    }
    if (!step.statement().transactional()) {
      line(text, style.faint("alone   it cannot run within a transaction"));
    }
    step.hazards().forEach(hazard -> hazard(text, hazard, isParked(step)));
    step.checks().forEach(check -> line(text, style.faint("rows    " + check.demand())));
    back(text, step);
    return text.toString();
  }

  private static boolean isParked(Step step) {
    return step.reverse() instanceof Reverse.Parked;
  }

  private void hazard(StringBuilder text, Hazard hazard, boolean isParked) {
    WeighedHazard weighed = weights.of(hazard);
    String told = Weights.told(weighed);
    if (!weighed.counts()) {
      String weight = weighed.weight() == WeighedHazard.Weight.SMALL ? "small   " : "empty   ";
      line(text, style.faint(weight + hazard.code().id() + " " + told));
      return;
    }
    boolean destroys = hazard.code().severity() == HazardCode.Severity.DESTROYS && !isParked;
    String name = hazard.code().id() + " " + hazard.message();
    line(text, destroys ? style.bad("loss    " + name) : style.warning("hazard  " + name));
    if (!told.isEmpty()) {
      line(text, "        " + told + ".");
    }
    line(text, "        " + hazard.advice());
  }

  private void back(StringBuilder text, Step step) {
    switch (step.reverse()) {
      case Reverse.Reversible reversible -> {
        if (!reversible.sql().isEmpty()) {
          line(text, style.faint("back    " + join(reversible.sql())));
        }
      }
      case Reverse.Parked parked -> {
        parked.objects().forEach(object -> line(text, style.faint("parked  " + object)));
        parked.checks().forEach(check -> line(text, style.faint("back    if " + check.demand())));
        line(text, style.faint("back    " + join(parked.sql())));
      }
      case Reverse.Irreversible lost -> {
        boolean isSaid =
            step.hazards().stream().anyMatch(hazard -> hazard.message().equals(lost.reason()));
        line(text, style.bad("back    not possible") + (isSaid ? "" : ": " + lost.reason()));
      }
    }
  }

  private static String join(List<String> statements) {
    return statements.stream()
        .map(sql -> sql.strip().replace("\n", "\n" + INDENT + "        ") + ";")
        .collect(Collectors.joining("\n" + INDENT + "        "));
  }

  /** What a lock means for others. */
  static String words(LockMode mode) {
    String name = mode.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return name
        + switch (mode) {
          case ACCESS_SHARE, ROW_SHARE, ROW_EXCLUSIVE, SHARE_UPDATE_EXCLUSIVE ->
              " (reading and writing go on)";
          case SHARE, SHARE_ROW_EXCLUSIVE, EXCLUSIVE -> " (writing waits, reading goes on)";
          case ACCESS_EXCLUSIVE -> " (reading and writing wait)";
        };
  }

  /** Lines of SQL after an indent. */
  static String block(Style style, String indent, String sql) {
    return style
        .sql(sql.strip())
        .lines()
        .map(line -> indent + line + "\n")
        .collect(Collectors.joining());
  }

  private static void line(StringBuilder text, String line) {
    text.append(INDENT).append(line).append('\n');
  }
}
