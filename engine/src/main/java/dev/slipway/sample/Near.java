package dev.slipway.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Values near what a condition compares with, as SQL. */
final class Near {

  private Near() {}

  /**
   * One of them; null where nothing in the condition is of the column's kind.
   *
   * @param column the column
   * @param literals what the condition compares with
   * @param random what chooses
   * @param number which row it is
   */
  static @Nullable String of(SampleColumn column, Literals literals, Random random, int number) {
    SampleType type = column.type().bottom();
    boolean isNumber = Numbers.of(type, -1, new Draw(0, 0, true)) != null;
    if (isNumber && !literals.numbers().isEmpty()) {
      BigDecimal near = literals.numbers().get(random.nextInt(literals.numbers().size()));
      BigDecimal value =
          switch (random.nextInt(5)) {
            case 0 -> near;
            case 1 -> near.add(BigDecimal.valueOf(number + 1L));
            case 2 -> near.subtract(BigDecimal.valueOf(number + 1L));
            case 3 -> near.divide(BigDecimal.TWO, RoundingMode.DOWN);
            default -> BigDecimal.valueOf(number + 1L);
          };
      return Sql.text(value.toPlainString()) + "::" + column.type().name();
    }
    if (isNumber) {
      return null;
    }
    boolean isTime = Times.of(type, new Draw(0, 0, true)) != null;
    if (isTime) {
      return literals.texts().isEmpty() ? null : time(column, type, literals, random, number);
    }
    boolean hasLength = isText(type) || type.plain().equals("bytea");
    int choices = literals.texts().size() + (hasLength ? literals.numbers().size() : 0);
    if (choices == 0) {
      return null;
    }
    int choice = random.nextInt(choices);
    String value =
        choice < literals.texts().size()
            ? text(literals.texts().get(choice), isText(type), random, number)
            : ofLength(
                literals.numbers().get(choice - literals.texts().size()),
                number,
                type.plain().equals("bytea"));
    return value == null ? null : Sql.text(value) + "::" + column.type().name();
  }

  private static boolean isText(SampleType type) {
    return type.form() instanceof SampleType.Base base && base.text();
  }

  /** A text as it is, or what a pattern stands for. */
  private static String text(String literal, boolean isText, Random random, int number) {
    String matching = isText ? Patterns.of(literal, random) : null;
    if (matching != null) {
      return matching;
    }
    boolean isPattern = isText && (literal.indexOf('%') >= 0 || literal.startsWith("^"));
    String key = String.valueOf(new Draw(number, 0, true).key());
    return isPattern
        ? literal.replaceFirst("^\\^", "").replaceFirst("\\$$", "").replace("%", key)
        : isText && random.nextInt(4) == 0 ? literal + key : literal;
  }

  /** Conditions on texts have numbers for their length. */
  private static @Nullable String ofLength(BigDecimal length, int number, boolean isBytes) {
    if (length.signum() < 0 || length.compareTo(BigDecimal.valueOf(500)) > 0) {
      return null;
    }
    String key = Integer.toString(370 + number, 36);
    int wanted = length.intValue();
    if (isBytes) {
      return wanted == 0 ? "\\x" : "\\x" + "00".repeat(wanted - 1) + "%02x".formatted(number);
    }
    return wanted <= key.length()
        ? key.substring(0, wanted)
        : "x".repeat(wanted - key.length()) + key;
  }

  /** Bounds of partitions are times; their upper one isn't among them. */
  private static String time(
      SampleColumn column, SampleType type, Literals literals, Random random, int number) {
    List<String> texts = literals.texts();
    String literal = Sql.text(texts.get(random.nextInt(texts.size()))) + "::" + type.name();
    String later =
        switch (type.plain()) {
          case "date" -> literal + " + " + (number + random.nextInt(3) - 1);
          case "interval" -> literal + " + interval '" + number + " minutes'";
          default -> literal + " + interval '" + (number + random.nextInt(30)) + " minutes'";
        };
    return "(" + (random.nextInt(3) == 0 ? literal : later) + ")::" + column.type().name();
  }
}
