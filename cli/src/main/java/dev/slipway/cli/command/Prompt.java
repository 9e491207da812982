package dev.slipway.cli.command;

import dev.slipway.cli.output.Console;
import dev.slipway.question.Answer;
import dev.slipway.question.Question;
import dev.slipway.question.Respondent;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks a person at a terminal, until the answer is one of the choices or there is no more. */
final class Prompt implements Respondent {

  private final Console console;
  private final BufferedReader in;

  Prompt(Console console, BufferedReader in) {
    this.console = console;
    this.in = in;
  }

  @Override
  public @Nullable Answer answer(Question question) {
    List<String> answers = question.answers();
    console.error(console.noteStyle().strong(question.sentence()));
    for (int i = 0; i < answers.size(); i++) {
      console.error("  " + (i + 1) + "  " + answers.get(i));
    }
    while (true) {
      console.ask("1 to " + answers.size() + ":");
      String typed = read();
      if (typed == null) {
        console.error("");
        return null;
      }
      String word = typed.strip();
      if (word.matches("[0-9]{1,4}")) {
        int place = Integer.parseInt(word) - 1;
        if (place >= 0 && place < answers.size()) {
          return question.choose(place);
        }
      }
      console.error("\"" + word + "\" is none of the choices.");
    }
  }

  private @Nullable String read() {
    try {
      return in.readLine();
    } catch (IOException e) {
      return null;
    } finally {
      console.answered();
    }
  }
}
