package dev.slipway.question;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that is gone.
 *
 * @param before what it was called before
 * @param gone what it would be called now
 * @param groups the new things that it can have become, by where they are
 * @param likely those that it is asked about, the likeliest first
 */
record Loss(Thing before, Thing gone, List<Candidates> groups, List<Thing> likely) {

  Loss {
    groups = List.copyOf(groups);
    likely = List.copyOf(likely);
  }

  /** The new things that it can have become. */
  Stream<Thing> possible() {
    return groups.stream().flatMap(group -> group.things().stream());
  }

  /** Whether an answer speaks of this. */
  boolean isMeantBy(Answer answer) {
    return switch (answer) {
      case Answer.Renamed renamed -> newName(renamed) != null;
      case Answer.Dropped dropped -> spellings().anyMatch(dropped.text()::equals);
    };
  }

  /** The new name that an answer gives to this; null when it speaks of something else. */
  @Nullable String newName(Answer.Renamed answer) {
    return spellings()
        .filter(spelling -> answer.text().startsWith(spelling + "="))
        .map(spelling -> answer.text().substring(spelling.length() + 1))
        .findFirst()
        .orElse(null);
  }

  /** What it becomes by an answer; null when that is nothing that is new. */
  @Nullable Thing choice(Answer.Renamed answer) {
    String name = newName(answer);
    return name == null
        ? null
        : groups.stream()
            .flatMap(group -> group.named(name).stream())
            .filter(thing -> isTo(answer, thing))
            .findFirst()
            .orElse(null);
  }

  /** Whether an answer says that this became a thing. */
  boolean isTo(Answer.Renamed answer, Thing thing) {
    String name = newName(answer);
    return name != null && (thing.spellings().contains(name) || thing.beside(gone).equals(name));
  }

  /** Every way to write what is gone. */
  Stream<String> spellings() {
    return Stream.concat(before.spellings().stream(), gone.spellings().stream()).distinct();
  }
}
