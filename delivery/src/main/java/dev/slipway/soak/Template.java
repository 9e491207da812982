package dev.slipway.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A text some parts of which are other ones in each round.
 *
 * @param parts its parts in their order
 */
record Template(List<Part> parts) {

  Template {
    parts = List.copyOf(parts);
  }

  /** A part of a text. */
  sealed interface Part {

    /** What stands as it is. */
    record Literal(String text) implements Part {}

    /** What a variable stands for. */
    record Variable(String text) implements Part {}

    /** The number of the round, from 1. */
    record RoundNumber() implements Part {}

    /** A random UUID. */
    record Uuid() implements Part {}

    /** A random whole number, both bounds included. */
    record Random(long from, long to) implements Part {}

    /** What an earlier step of the round has kept. */
    record Kept(String step, String name) implements Part {}
  }

  /** The text of a round. */
  String text(Round round) {
    var text = new StringBuilder();
    parts.forEach(part -> text.append(value(part, round)));
    return text.toString();
  }

  /** The text with a question mark for each part that isn't literal, as JDBC has it. */
  String statement() {
    var text = new StringBuilder();
    boolean isQuoted = false;
    for (Part part : parts) {
      if (part instanceof Part.Literal literal) {
        for (char c : literal.text().toCharArray()) {
          isQuoted ^= c == '\'';
          text.append(c == '?' && !isQuoted ? "??" : String.valueOf(c));
        }
      } else {
        text.append('?');
      }
    }
    return text.toString();
  }

  /** The values of the question marks of a round. */
  List<String> values(Round round) {
    List<String> values = new ArrayList<>();
    for (Part part : parts) {
      if (!(part instanceof Part.Literal)) {
        values.add(value(part, round));
      }
    }
    return values;
  }

  /** Whether a part that isn't literal stands between single quotes. */
  boolean hasQuotedPart() {
    boolean isQuoted = false;
    for (Part part : parts) {
      if (part instanceof Part.Literal literal) {
        isQuoted ^= literal.text().chars().filter(c -> c == '\'').count() % 2 == 1;
      } else if (isQuoted) {
        return true;
      }
    }
    return false;
  }

  private static String value(Part part, Round round) {
    return switch (part) {
      case Part.Literal literal -> literal.text();
      case Part.Variable variable -> variable.text();
      case Part.RoundNumber number -> String.valueOf(round.number());
      case Part.Uuid uuid -> UUID.randomUUID().toString();
      case Part.Random random ->
          String.valueOf(ThreadLocalRandom.current().nextLong(random.from(), random.to() + 1));
      case Part.Kept kept -> round.kept(kept.step(), kept.name());
    };
  }
}
