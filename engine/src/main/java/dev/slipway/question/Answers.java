package dev.slipway.question;

import java.util.ArrayList;
import java.util.List;

/**
 * How the questions of one command are answered.
 *
 * @param given what was answered beforehand; each must answer something
 * @param implied what follows from something else that was said, such as an allowed loss; may
 *     answer nothing
 * @param respondent who is asked the rest
 */
public record Answers(List<Answer> given, List<Answer> implied, Respondent respondent) {

  /** Copies the lists. */
  public Answers {
    given = List.copyOf(given);
    implied = List.copyOf(implied);
  }

  /** No answers, and nobody to ask. */
  public static Answers none() {
    return new Answers(List.of(), List.of(), Respondent.NOBODY);
  }

  /** The same, and that these are dropped where they are gone. */
  public Answers dropping(List<String> objects) {
    List<Answer> more = new ArrayList<>(implied);
    objects.forEach(object -> more.add(new Answer.Dropped(object)));
    return new Answers(given, more, respondent);
  }
}
