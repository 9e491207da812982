package dev.slipway.question;

import dev.slipway.error.SlipwayException;
import java.util.List;
import java.util.stream.Collectors;

/** Every question that can be asked now and that nobody answered. Nothing was done. */
public final class OpenQuestionsException extends SlipwayException {

  private static final long serialVersionUID = 1L;

  private final transient List<Question> questions;

  /**
   * @param questions the questions; at least one
   */
  OpenQuestionsException(List<Question> questions) {
    super(QuestionError.OPEN_QUESTIONS, sentence(questions), next(questions));
    this.questions = List.copyOf(questions);
  }

  /** The questions; at least one. */
  public List<Question> questions() {
    return questions;
  }

  private static String sentence(List<Question> questions) {
    return "Nobody said what became of what is gone. Nothing was done.\n"
        + questions.stream()
            .map(question -> "  " + question.sentence())
            .collect(Collectors.joining("\n"));
  }

  private static String next(List<Question> questions) {
    var next = new StringBuilder("Declare the rename in the definition, or answer each with one:");
    for (Question question : questions) {
      question
          .choices()
          .forEach(choice ->
              next.append("\n  --rename ")
                  .append(quoted(question.gone() + "=" + choice.beside(question.gone()))));
      next.append("\n  --drop ").append(quoted(question.gone().toString()));
    }
    return next.toString();
  }

  /** As one word of a shell. */
  private static String quoted(String text) {
    return text.matches("[\\w ./=-]+") ? '"' + text + '"' : "'" + text.replace("'", "'\\''") + "'";
  }
}
