package dev.slipway.schema;

import dev.slipway.schema.value.Multirange;
import dev.slipway.schema.value.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.Converter;
import org.jspecify.annotations.Nullable;

/** Ranges and multiranges as PostgreSQL's text (manual, 8.17.5). */
final class RangeForms {

  private static final String EMPTY = "empty";

  private RangeForms() {}

  @SuppressWarnings("unchecked") // a class knows nothing of its type arguments
  static <T> Converter<String, Range<T>> range(Converter<String, T> bound) {
    return TextForm.of(
        (Class<Range<T>>) (Class<?>) Range.class,
        text -> range(new TextScanner(text), bound),
        range -> text(range, bound));
  }

  @SuppressWarnings("unchecked") // likewise
  static <T> Converter<String, Multirange<T>> multirange(Converter<String, T> bound) {
    return TextForm.of(
        (Class<Multirange<T>>) (Class<?>) Multirange.class,
        text -> multirange(new TextScanner(text), bound),
        value ->
            value.ranges().stream()
                .map(range -> text(range, bound))
                .collect(Collectors.joining(",", "{", "}")));
  }

  private static <T> String text(Range<T> range, Converter<String, T> bound) {
    return range.isEmpty()
        ? EMPTY
        : (range.hasLower() ? "[" : "(")
            + TextScanner.quoted(bound.to(range.lower()))
            + ","
            + TextScanner.quoted(bound.to(range.upper()))
            + (range.hasUpper() ? "]" : ")");
  }

  private static <T> Multirange<T> multirange(TextScanner text, Converter<String, T> bound) {
    List<Range<T>> ranges = new ArrayList<>();
    text.next();
    while (!text.takes("}")) {
      ranges.add(range(text, bound));
      text.takes(",");
    }
    return new Multirange<>(ranges);
  }

  private static <T> Range<T> range(TextScanner text, Converter<String, T> bound) {
    if (text.takes(EMPTY)) {
      return Range.empty();
    }
    boolean hasLower = text.next() == '[';
    @Nullable String lower = text.element(",");
    text.next();
    @Nullable String upper = text.element("])");
    boolean hasUpper = text.next() == ']';
    return Range.of(
        lower == null ? null : bound.from(lower),
        hasLower,
        upper == null ? null : bound.from(upper),
        hasUpper);
  }
}
