package dev.slipway.cli.command;

import dev.slipway.question.Answer;
import dev.slipway.question.Answers;
import dev.slipway.question.AnswersFile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What became of what is gone, said beforehand. */
final class AnswerOptions {

  @Option(
      names = "--rename",
      paramLabel = "OLD=NEW",
      description = "what is gone has this name now, as in public.todo.note=remark; several times")
  List<String> renames = new ArrayList<>();

  @Option(
      names = "--drop",
      paramLabel = "OLD",
      description = "what is gone has no other name; several times")
  List<String> drops = new ArrayList<>();

  @Option(
      names = "--answers",
      paramLabel = "FILE",
      description = "the questions as --output json printed them, with their answers filled in")
  @Nullable String file;

  boolean areGiven() {
    return !renames.isEmpty() || !drops.isEmpty() || file != null;
  }

  Answers answers(Invocation invocation) {
    var answers = new ArrayList<Answer>();
    renames.forEach(text -> answers.add(new Answer.Renamed(text)));
    drops.forEach(text -> answers.add(new Answer.Dropped(text)));
    if (file != null) {
      answers.addAll(AnswersFile.read(invocation.folder().resolve(file)));
    }
    return new Answers(answers, List.of(), invocation.respondent());
  }
}
