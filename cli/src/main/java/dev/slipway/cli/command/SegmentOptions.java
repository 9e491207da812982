package dev.slipway.cli.command;

import dev.slipway.cli.output.CliError;
import dev.slipway.dialect.Effect;
import dev.slipway.error.SlipwayException;
import dev.slipway.migration.SegmentAnswer;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What a person says of segments of which nothing else can tell what became of them. */
final class SegmentOptions {

  @Option(
      names = "--segment-done",
      paramLabel = "NAME:N",
      description = "segment N of this migration, which was begun, took place")
  List<String> done = new ArrayList<>();

  @Option(
      names = "--segment-again",
      paramLabel = "NAME:N",
      description = "segment N of this migration, which was begun, shall run again")
  List<String> again = new ArrayList<>();

  List<SegmentAnswer> answers() {
    var answers = new ArrayList<SegmentAnswer>();
    done.forEach(text -> answers.add(answer(text, Effect.WHOLE)));
    again.forEach(text -> answers.add(answer(text, Effect.NONE)));
    return answers;
  }

  private static SegmentAnswer answer(String text, Effect effect) {
    int colon = text.lastIndexOf(':');
    String number = text.substring(colon + 1);
    if (colon < 1 || !number.matches("[1-9][0-9]{0,8}")) {
      throw new SlipwayException(
          CliError.BAD_ARGUMENT,
          "\"" + text + "\" names no segment.",
          "Write it as the refusal shows it: NAME:N, the migration and the segment's number.");
    }
    return new SegmentAnswer(text.substring(0, colon), Integer.parseInt(number), effect);
  }
}
