package dev.slipway.cli.output;

import dev.slipway.plan.Hazard;
import dev.slipway.plan.Plan;
import dev.slipway.plan.Reverse;
import dev.slipway.plan.RowCheck;
import dev.slipway.plan.Step;
import dev.slipway.plan.WeighedHazard;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A plan as a program reads it. Members are only ever added. */
public final class PlanJson {

  private PlanJson() {}

  /** The members of a plan whose hazards nobody weighed. */
  public static Map<String, @Nullable Object> of(Plan plan) {
    return of(plan, new Weights(List.of()));
  }

  /** The members of a plan; columnOrder is there where the columns of a table stand otherwise. */
  public static Map<String, @Nullable Object> of(Plan plan, Weights weights) {
    Json json =
        Json.object()
            .with("engine", word(plan.engine()))
            .with("from", plan.from().value())
            .with("to", plan.to().value())
            .with("steps", plan.steps().stream().map(step -> step(step, weights)).toList());
    return (plan.columnOrders().isEmpty() ? json : json.with("columnOrder", orders(plan)))
        .members();
  }

  /** The tables whose columns stand in another order. */
  public static List<Map<String, @Nullable Object>> orders(Plan plan) {
    return plan.columnOrders().stream()
        .map(order ->
            Json.object()
                .with("table", order.table().dotted())
                .with("from", order.before())
                .with("to", order.after())
                .members())
        .toList();
  }

  /** The members of a hazard that nobody weighed. */
  public static Map<String, @Nullable Object> of(Hazard hazard) {
    return Weights.json(WeighedHazard.unknown(hazard));
  }

  /** What a hazard is, wherever it is. */
  static Map<String, @Nullable Object> named(Hazard hazard) {
    return Json.object()
        .with("code", hazard.code().id())
        .with("name", word(hazard.code()))
        .with("severity", word(hazard.code().severity()))
        .with("object", hazard.on().dotted())
        .with("kind", word(hazard.on().kind()))
        .with("message", hazard.message())
        .with("advice", hazard.advice())
        .with("allow", hazard.allowance())
        .members();
  }

  private static Map<String, @Nullable Object> step(Step step, Weights weights) {
    return Json.object()
        .with("summary", step.summary())
        .with("object", step.object().dotted())
        .with("kind", word(step.object().kind()))
        .with("sql", step.statement().sql())
        .with("transactional", step.statement().transactional())
        .with(
            "locks",
            step.statement().locks().stream()
                .map(lock ->
                    Json.object()
                        .with("mode", word(lock.mode()))
                        .with("on", lock.on().dotted())
                        .members())
                .toList())
        .with("hazards", step.hazards().stream().map(weights::of).map(Weights::json).toList())
        .with("checks", step.checks().stream().map(RowCheck::demand).toList())
        .with("reverse", reverse(step.reverse()))
        .members();
  }

  private static Map<String, @Nullable Object> reverse(Reverse reverse) {
    return switch (reverse) {
      case Reverse.Reversible reversible ->
          Json.object().with("kind", "reversible").with("sql", reversible.sql()).members();
      case Reverse.Parked parked ->
          Json.object()
              .with("kind", "parked")
              .with("objects", parked.objects().stream().map(Object::toString).toList())
              .with("demands", parked.checks().stream().map(RowCheck::demand).toList())
              .with("sql", parked.sql())
              .members();
      case Reverse.Irreversible lost ->
          Json.object()
              .with("kind", "irreversible")
              .with("reason", lost.reason())
              .with("sql", lost.sql())
              .members();
    };
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
