package dev.slipway.sample;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a condition compares with: a value that fits it is likely one of these, or near one. The
 * condition isn't understood; the server says what fits.
 *
 * @param texts the texts in it
 * @param numbers the numbers in it
 */
record Literals(List<String> texts, List<BigDecimal> numbers) {

  private static final Pattern TEXT = Pattern.compile("'((?:[^']|'')*)'");
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])-?\\d{1,30}(?:\\.\\d{1,30})?");
  private static final int MOST = 60;

  /** Copies the lists. */
  Literals {
    texts = List.copyOf(texts);
    numbers = List.copyOf(numbers);
  }

  static final Literals NONE = new Literals(List.of(), List.of());

  /** Those of a condition as the server prints it. */
  static Literals of(String condition) {
    Set<String> texts = new LinkedHashSet<>();
    Set<BigDecimal> numbers = new LinkedHashSet<>();
    TEXT.matcher(condition)
        .results()
        .limit(MOST)
        .forEach(found -> texts.add(found.group(1).replace("''", "'")));
    NUMBER
        .matcher(TEXT.matcher(condition).replaceAll(" "))
        .results()
        .limit(MOST)
        .forEach(found -> numbers.add(new BigDecimal(found.group())));
    texts.stream()
        .filter(text -> NUMBER.matcher(text).matches())
        .forEach(text -> numbers.add(new BigDecimal(text)));
    return new Literals(List.copyOf(texts), List.copyOf(numbers));
  }

  boolean isEmpty() {
    return texts.isEmpty() && numbers.isEmpty();
  }

  Literals and(@Nullable Literals others) {
    if (others == null || others.isEmpty()) {
      return this;
    }
    List<String> all = new ArrayList<>(texts);
    all.addAll(others.texts);
    List<BigDecimal> more = new ArrayList<>(numbers);
    more.addAll(others.numbers);
    return new Literals(all, more);
  }
}
