package dev.slipway.foreign;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files whose names begin with a number, in the order of the numbers. {@code .down.sql} is a way
 * back; within one file, the way back begins at the mark of the tool that wrote it.
 */
final class NumberedFiles {

  private static final Pattern FORM = Pattern.compile("[Vv]?([0-9]+).*\\.sql");

  /** dbmate, goose, sql-migrate. */
  private static final Pattern UP =
      Pattern.compile("(?im)^--\\s*(?:migrate:up|\\+goose\\s+up|\\+migrate\\s+up)\\b.*$");

  private static final Pattern DOWN =
      Pattern.compile("(?im)^--\\s*(?:migrate:down|\\+goose\\s+down|\\+migrate\\s+down)\\b.*$");

  private NumberedFiles() {}

  static boolean is(String file) {
    return FORM.matcher(file).matches();
  }

  static List<Path> ordered(List<Path> files) {
    return files.stream()
        .filter(file -> !file.toString().endsWith(".down.sql"))
        .sorted(
            Comparator.comparing(NumberedFiles::number).thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  private static BigInteger number(Path file) {
    Matcher matcher = FORM.matcher(file.getFileName().toString());
    return matcher.matches() ? new BigInteger(matcher.group(1)) : BigInteger.ZERO;
  }

  /** The way forth of a file's text; lines keep their numbers. */
  static String forth(String text) {
    Matcher up = UP.matcher(text);
    Matcher down = DOWN.matcher(text);
    if (!down.find() || !up.find()) {
      return text;
    }
    int end = up.start() < down.start() ? down.start() : text.length();
    return text.substring(0, end);
  }
}
