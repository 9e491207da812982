package dev.slipway.foreign;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of a file of Flyway ("Migrations", in its documentation): {@code V1.2__name.sql}, {@code
 * B2__name.sql}, {@code U2__name.sql}, {@code R__name.sql}.
 *
 * @param kind {@code V}, {@code B}, {@code U} or {@code R}
 * @param version the numbers of its version; empty for {@code R}
 * @param description what stands behind the two underscores
 */
record FlywayName(char kind, List<BigInteger> version, String description)
    implements Comparable<FlywayName> {

  private static final Pattern FORM =
      Pattern.compile("([VBU])([0-9]+(?:[._][0-9]+)*)__(.*)\\.sql|R__(.*)\\.sql");

  FlywayName {
    version = List.copyOf(version);
  }

  /** The parts of a file's name; null when it has another form. */
  static @Nullable FlywayName of(String file) {
    Matcher matcher = FORM.matcher(file);
    if (!matcher.matches()) {
      return null;
    }
    if (matcher.group(1) == null) {
      return new FlywayName('R', List.of(), matcher.group(4));
    }
    List<BigInteger> numbers = new ArrayList<>();
    for (String number : matcher.group(2).split("[._]", -1)) {
      numbers.add(new BigInteger(number));
    }
    while (numbers.size() > 1 && numbers.getLast().signum() == 0) {
      numbers.removeLast();
    }
    return new FlywayName(matcher.group(1).charAt(0), numbers, matcher.group(3));
  }

  boolean isRepeatable() {
    return kind == 'R';
  }

  /** Versions by their numbers, then what is repeatable by its description. */
  @Override
  public int compareTo(FlywayName other) {
    if (isRepeatable() || other.isRepeatable()) {
      return isRepeatable() && other.isRepeatable()
          ? description.compareTo(other.description)
          : isRepeatable() ? 1 : -1;
    }
    for (int i = 0; i < Math.max(version.size(), other.version.size()); i++) {
      int order = number(i).compareTo(other.number(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private BigInteger number(int place) {
    return place < version.size() ? version.get(place) : BigInteger.ZERO;
  }
}
