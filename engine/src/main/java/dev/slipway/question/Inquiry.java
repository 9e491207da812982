package dev.slipway.question;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Kind;
import dev.slipway.dialect.Dialect;
import dev.slipway.error.SlipwayException;
import dev.slipway.planner.DeclaredRename;
import dev.slipway.planner.Desired;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One inquiry into what became of what is gone: start here. Used once, by one thread.
 *
 * <p>It goes from the outside to the inside: what a schema became is known before its tables are
 * asked about, and what a table became before its columns are.
 */
public final class Inquiry {

  private final Dialect dialect;
  private final Catalog before;
  private final Catalog after;
  private final List<DeclaredRename> renames;
  private final Map<Loss, Answer> settled = new LinkedHashMap<>();
  private final Map<Thing, Answer> taken = new LinkedHashMap<>();
  private final Set<Thing> decided = new HashSet<>();
  private List<Loss> losses;
  private Map<String, List<Loss>> bySpelling;

  private Inquiry(Dialect dialect, Catalog before, Desired desired) {
    this.dialect = dialect;
    this.before = before;
    this.after = desired.catalog();
    this.renames = new ArrayList<>(desired.renames());
    this.losses = Losses.of(dialect, before, desired);
    this.bySpelling = bySpelling(losses);
  }

  /**
   * The questions that can be asked at first, when nothing is answered but what is declared.
   *
   * @param dialect the engine
   * @param before the catalog as it is
   * @param desired what it shall become
   */
  public static List<Question> questions(Dialect dialect, Catalog before, Desired desired) {
    return new Inquiry(dialect, before, desired).open();
  }

  /**
   * What a database shall become, with all that was answered as declared renames.
   *
   * @param dialect the engine
   * @param before the catalog as it is
   * @param desired what it shall become, with what the definition declares
   * @param answers the answers
   * @throws OpenQuestionsException when a question has no answer
   * @throws SlipwayException when an answer answers nothing, or two contradict each other; all of
   *     them are named
   */
  public static Desired resolve(Dialect dialect, Catalog before, Desired desired, Answers answers) {
    return new Inquiry(dialect, before, desired).resolve(answers);
  }

  private Desired resolve(Answers answers) {
    Set<Answer> given = new LinkedHashSet<>(answers.given());
    Set<Answer> implied = new LinkedHashSet<>(answers.implied());
    settle(given, implied);
    for (List<Question> open = open(); !open.isEmpty(); open = open()) {
      Answer answer = answers.respondent().answer(open.get(0));
      if (answer == null) {
        requireUse(given, false);
        throw new OpenQuestionsException(open);
      }
      given.add(answer);
      settle(given, implied);
    }
    requireUse(given, true);
    return new Desired(after, renames);
  }

  /** Takes in the answers that fit, again and again: each can bring others to fit. */
  private void settle(Set<Answer> given, Set<Answer> implied) {
    while (given.removeIf(this::settles) || implied.removeIf(this::settles)) {
      losses = Losses.of(dialect, before, new Desired(after, renames));
      bySpelling = bySpelling(losses);
    }
  }

  private boolean settles(Answer answer) {
    List<Loss> meant = meant(answer);
    if (meant.size() != 1 || isSettled(meant.get(0))) {
      return false;
    }
    Loss loss = meant.get(0);
    if (answer instanceof Answer.Renamed renamed) {
      Thing choice = loss.choice(renamed);
      if (choice == null || taken.containsKey(choice)) {
        return false;
      }
      taken.put(choice, answer);
      renames.add(rename(loss.gone(), choice));
    }
    settled.put(loss, answer);
    decided.add(loss.before());
    return true;
  }

  private static Map<String, List<Loss>> bySpelling(List<Loss> losses) {
    Map<String, List<Loss>> known = new HashMap<>();
    for (Loss loss : losses) {
      loss.spellings()
          .forEach(name -> known.computeIfAbsent(name, key -> new ArrayList<>()).add(loss));
    }
    return known;
  }

  /** What an answer speaks of: names can have any character, so each may end the old one. */
  private List<Loss> meant(Answer answer) {
    String text = answer.text();
    return switch (answer) {
      case Answer.Dropped dropped -> bySpelling.getOrDefault(text, List.of());
      case Answer.Renamed renamed ->
          IntStream.range(0, text.length())
              .filter(i -> text.charAt(i) == '=')
              .mapToObj(i -> bySpelling.getOrDefault(text.substring(0, i), List.of()))
              .flatMap(List::stream)
              .distinct()
              .toList();
    };
  }

  private boolean isSettled(Loss loss) {
    return decided.contains(loss.before());
  }

  private static DeclaredRename rename(Thing from, Thing to) {
    return from.part() == null
        ? new DeclaredRename.OfObject(from.whole(), to.whole())
        : new DeclaredRename.OfPart(
            to.whole(), from.part(), Objects.requireNonNull(to.part(), "a part becomes a part"));
  }

  private List<Question> open() {
    List<Question> open = new ArrayList<>();
    Set<String> undecided = new HashSet<>();
    for (Loss loss : losses) {
      List<Thing> choices =
          loss.likely().stream().filter(choice -> !waits(loss, choice, undecided)).toList();
      if (!choices.isEmpty() && !decided.contains(loss.before())) {
        open.add(new Question(loss.gone(), choices));
        if (loss.gone().whole().kind() == Kind.SCHEMA) {
          undecided.add(loss.gone().whole().name());
          choices.forEach(choice -> undecided.add(choice.whole().name()));
        }
      }
    }
    return open;
  }

  /** Whether something moved is known only when it is known what became of its schema. */
  private static boolean waits(Loss loss, Thing choice, Set<String> undecided) {
    return choice.whole().kind() != Kind.SCHEMA
        && (undecided.contains(loss.gone().whole().schema())
            || undecided.contains(choice.whole().schema()));
  }

  /**
   * @param isDone whether everything is answered; before, what is not gone yet may be so later
   */
  private void requireUse(Set<Answer> unused, boolean isDone) {
    List<String> problems = new ArrayList<>();
    for (Answer answer : unused) {
      Answer other = contradicted(answer);
      if (other != null) {
        problems.add(answer + " contradicts " + other + ".");
      } else if (isDone || !meant(answer).isEmpty()) {
        problems.add(answer + " answers nothing: " + why(answer));
      }
    }
    if (!problems.isEmpty()) {
      throw new SlipwayException(
          QuestionError.BAD_ANSWER,
          String.join("\n", problems),
          "Correct it or take it away. A rename is written OLD=NEW, with the kind before it where"
              + " needed: --rename \"column public.todo.note=remark\".");
    }
  }

  private @Nullable Answer contradicted(Answer answer) {
    for (Map.Entry<Loss, Answer> known : settled.entrySet()) {
      if (known.getKey().isMeantBy(answer)) {
        return known.getValue();
      }
    }
    for (Map.Entry<Thing, Answer> known : taken.entrySet()) {
      if (answer instanceof Answer.Renamed renamed
          && meant(answer).stream().anyMatch(loss -> loss.isTo(renamed, known.getKey()))) {
        return known.getValue();
      }
    }
    return null;
  }

  private String why(Answer answer) {
    List<Loss> meant = meant(answer);
    if (meant.isEmpty()) {
      return "nothing of that name is gone.";
    }
    if (meant.size() > 1) {
      return "say of which kind it is: "
          + String.join(", ", meant.stream().map(loss -> loss.gone().toString()).toList())
          + ".";
    }
    List<Thing> possible = meant.get(0).possible().toList();
    return "there is no such new "
        + meant.get(0).gone().kind()
        + (possible.isEmpty()
            ? "; there is none at all."
            : ", only " + String.join(", ", possible.stream().map(Thing::dotted).toList()) + ".");
  }
}
