package dev.slipway.cli.output;

import dev.slipway.question.Question;
import java.util.List;

/** Questions about what is gone, as a person and as a program read them. */
public final class QuestionText {

  private QuestionText() {}

  /** What stands beside a plan that takes the question for a drop and a creation. */
  public static String note(Question question) {
    return "Open question: " + question.sentence() + " Shown as dropped and created.";
  }

  /** The questions, with their answers still to be filled in. */
  public static List<Object> json(List<Question> questions) {
    return questions.stream()
        .<Object>map(question ->
            Json.object()
                .with("object", question.gone().toString())
                .with("question", question.sentence())
                .with("choices", question.answers())
                .with("answer", null)
                .members())
        .toList();
  }
}
