package dev.slipway.cli.output;

import dev.slipway.proof.Verdict;
import dev.slipway.workspace.Proved;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a proof of two sources came to, as text and as JSON. */
public final class VerdictReport {

  private VerdictReport() {}

  /** A line a direction, and below it what is needed to understand a failure. */
  public static String text(Proved proved) {
    return line("forth", proved.outcome().forth()) + line("back", proved.outcome().back());
  }

  private static String line(String direction, Verdict verdict) {
    return switch (verdict) {
      case Verdict.Converged converged ->
          direction
              + ": converges"
              + (converged.columnOrder() ? ", with columns in another order" : "")
              + "\n";
      case Verdict.Refused refused -> direction + ": refused: " + refused.message() + "\n";
      case Verdict.Wrong wrong ->
          direction
              + ": wrong ("
              + wrong.stage()
              + "): "
              + wrong.reason()
              + "\n"
              + wrong.details().strip().indent(2);
    };
  }

  /** Both directions, and who was asked. */
  public static Json json(Proved proved) {
    return Json.answer("diff", proved.outcome().isProved() ? "proved" : "not-proved")
        .with("forth", members(proved.outcome().forth()))
        .with("back", members(proved.outcome().back()))
        .with("pgDump", proved.pgDump());
  }

  private static Map<String, @Nullable Object> members(Verdict verdict) {
    Json json = Json.object();
    return switch (verdict) {
      case Verdict.Converged converged ->
          json.with("verdict", "converged").with("columnOrder", converged.columnOrder()).members();
      case Verdict.Refused refused ->
          json.with("verdict", "refused")
              .with("code", refused.code())
              .with("message", refused.message())
              .members();
      case Verdict.Wrong wrong ->
          json.with("verdict", "wrong")
              .with("stage", wrong.stage().toString())
              .with("message", wrong.reason())
              .with("details", wrong.details())
              .members();
    };
  }
}
