package dev.slipway.refresh;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import net.datafaker.Faker;
import org.jspecify.annotations.Nullable;

/** A kind of invented value. */
enum FakeKind {
  NAME((faker, mark) -> faker.name().fullName()),
  FIRST_NAME((faker, mark) -> faker.name().firstName()),
  LAST_NAME((faker, mark) -> faker.name().lastName()),
  /** At a domain that nobody can own (RFC 2606). */
  EMAIL((faker, mark) ->
      plain(faker.name().firstName())
          + "."
          + plain(faker.name().lastName())
          + "."
          + mark
          + "@example.com"),
  USERNAME((faker, mark) -> plain(faker.name().firstName()) + "_" + mark),
  /** Numbers that are set aside for fiction in North America. */
  PHONE((faker, mark) -> "+1-202-555-01%02d".formatted(faker.number().numberBetween(0, 100))),
  ADDRESS((faker, mark) -> faker.address().fullAddress()),
  STREET((faker, mark) -> faker.address().streetAddress()),
  CITY((faker, mark) -> faker.address().city()),
  POSTCODE((faker, mark) -> faker.address().zipCode()),
  COUNTRY((faker, mark) -> faker.address().country()),
  COMPANY((faker, mark) -> faker.company().name()),
  /** Of a network that is no one's (RFC 1918). */
  IP((faker, mark) ->
      "10.%d.%d.%d"
          .formatted(
              faker.number().numberBetween(0, 256),
              faker.number().numberBetween(0, 256),
              faker.number().numberBetween(1, 255))),
  /** A day between 1940 and 2005. */
  BIRTHDAY((faker, mark) ->
      "%04d-%02d-%02d"
          .formatted(
              faker.number().numberBetween(1940, 2006),
              faker.number().numberBetween(1, 13),
              faker.number().numberBetween(1, 29))),
  TEXT((faker, mark) -> faker.lorem().sentence()),
  URL((faker, mark) -> "https://example.com/" + mark);

  @SuppressWarnings("ImmutableEnumChecker") // lambdas that hold nothing
  private final BiFunction<Faker, String, String> invent;

  FakeKind(BiFunction<Faker, String, String> invent) {
    this.invent = invent;
  }

  /** How the file calls it. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Whether its values have the mark in them, which no two originals share. */
  boolean isMarked() {
    return this == EMAIL || this == USERNAME || this == URL;
  }

  String invent(Faker faker, String mark) {
    return invent.apply(faker, mark);
  }

  static @Nullable FakeKind of(String word) {
    return Arrays.stream(values())
        .filter(kind -> kind.word().equals(word.replace('-', ' ').replace('_', ' ')))
        .findFirst()
        .orElse(null);
  }

  static List<String> words() {
    return Arrays.stream(values()).map(FakeKind::word).toList();
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
  }
}
