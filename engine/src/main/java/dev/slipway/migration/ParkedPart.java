package dev.slipway.migration;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Directive;
import dev.slipway.plan.Parking;
import dev.slipway.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a script's directive says is parked: {@code -- slipway: parked: column public.todo.text as
 * public.todo.slipway_parked_20261121101500_text}.
 *
 * @param object what it was, in words
 * @param place the names that lead to it meanwhile
 * @param shown the same, dotted
 * @param label by which its name there is known
 */
public record ParkedPart(String object, List<String> place, String shown, String label) {

  /** What stands in double quotes may have the word. */
  private static final Pattern DIRECTIVE =
      Pattern.compile("((?:[^\"]|\"[^\"]*\")+?) as (\\S.*)", Pattern.DOTALL);

  private static final Pattern LABEL =
      Pattern.compile(
          "(?:" + Parking.PREFIX + ")?(\\d{" + Parking.DIGITS + "})_.*", Pattern.DOTALL);

  /** Copies the names. */
  public ParkedPart {
    place = List.copyOf(place);
  }

  /** What a plan parks. */
  public static List<ParkedPart> of(Plan plan) {
    return plan.parked().stream()
        .map(parked -> of(new Directive(DirectiveRules.PARKED, parked.toString(), 1)))
        .filter(Objects::nonNull)
        .toList();
  }

  /** Reads a directive; null when it does not say where something is parked. */
  static @Nullable ParkedPart of(Directive directive) {
    Matcher words = DIRECTIVE.matcher(directive.argument());
    if (!words.matches()) {
      return null;
    }
    List<String> place = names(words.group(2));
    Matcher label = LABEL.matcher(place.getLast());
    return place.size() < 2 || !label.matches()
        ? null
        : new ParkedPart(words.group(1), place, words.group(2), label.group(1));
  }

  /** The column under the name that it has there; null for anything else. */
  @Nullable ObjectId column() {
    return place.size() == 3 ? new ObjectId(Kind.COLUMN, place) : null;
  }

  /** Whether it is a column of a dotted name. */
  boolean isColumn(String dotted) {
    return object.equals(Kind.COLUMN.words() + " " + dotted);
  }

  /** The names of a dotted path, where a name in double quotes may have dots. */
  private static List<String> names(String dotted) {
    List<String> names = new ArrayList<>();
    var name = new StringBuilder();
    boolean isQuoted = false;
    for (int i = 0; i < dotted.length(); i++) {
      char c = dotted.charAt(i);
      if (c == '"' && isQuoted && i + 1 < dotted.length() && dotted.charAt(i + 1) == '"') {
        name.append(c);
        i++;
      } else if (c == '"') {
        isQuoted = !isQuoted;
      } else if (c == '.' && !isQuoted) {
        names.add(name.toString());
        name.setLength(0);
      } else {
        name.append(c);
      }
    }
    names.add(name.toString());
    return names;
  }
}
