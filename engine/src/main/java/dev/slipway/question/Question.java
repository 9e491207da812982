package dev.slipway.question;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What became of something that is gone, where something new could be the same under another name.
 *
 * @param gone what is gone, in the place where it would be now
 * @param choices what it could have been renamed to, the likeliest first; at least one
 */
public record Question(Thing gone, List<Thing> choices) {

  /** How the choice that it is dropped is written. */
  public static final String DROP = "drop";

  static final String RENAME_TO = "rename to ";

  /** Copies the choices. */
  public Question {
    choices = List.copyOf(choices);
  }

  /** The answers that it can have, as a file of answers has them. */
  public List<String> answers() {
    List<String> answers =
        choices.stream().map(choice -> RENAME_TO + choice.dotted()).collect(Collectors.toList());
    answers.add(DROP);
    return answers;
  }

  /** The question in words. */
  public String sentence() {
    String others = choices.stream().map(Thing::dotted).collect(Collectors.joining(", or to "));
    return "Is " + gone + " renamed to " + others + ", or dropped?";
  }

  /** The answer that chooses one of the choices, by its place; the last place drops. */
  public Answer choose(int place) {
    return place < choices.size()
        ? new Answer.Renamed(gone + "=" + choices.get(place).dotted())
        : new Answer.Dropped(gone.toString());
  }
}
