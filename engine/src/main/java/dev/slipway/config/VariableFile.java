package dev.slipway.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The variables of a {@code .env} file.
 *
 * <p>A line is {@code NAME=VALUE}, with or without {@code export} before it, a comment after {@code
 * #}, or blank. A value in single quotes is taken as it is; in double quotes a backslash stands
 * before {@code n}, {@code t}, {@code "}, {@code $} and itself; without quotes it ends at a space
 * with {@code #} after it. What is in double quotes may go on in the lines below. Anything else is
 * a problem that names the line, never its value.
 *
 * @param values the values by name
 * @param problems what is wrong with the file
 */
record VariableFile(Map<String, String> values, List<ConfigurationProblem> problems) {

  static final VariableFile NONE = new VariableFile(Map.of(), List.of());

  private static final Pattern ASSIGNMENT =
      Pattern.compile("\\s*(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*?)\\s*");
  private static final Pattern SINGLE = Pattern.compile("'([^']*)'\\s*(?:#.*)?");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");
  private static final Pattern DOUBLE =
      Pattern.compile("\"((?:[^\"\\\\]|\\\\[nt\"$\\\\])*)\"\\s*(?:#.*)?");

  VariableFile {
    values = Map.copyOf(values);
    problems = List.copyOf(problems);
  }

  /**
   * Reads a file; one that is not there has no variables.
   *
   * @param file the file
   */
  static VariableFile read(Path file) {
    if (!Files.exists(file)) {
      return NONE;
    }
    String shown = String.valueOf(file.getFileName());
    try {
      return parse(shown, Files.readString(file));
    } catch (IOException e) {
      return new VariableFile(Map.of(), List.of(problem(shown, 1, "cannot be read as UTF-8 text")));
    }
  }

  static VariableFile parse(String shown, String text) {
    Map<String, String> values = new LinkedHashMap<>();
    Map<String, Integer> lines = new LinkedHashMap<>();
    List<ConfigurationProblem> problems = new ArrayList<>();
    List<String> all = text.lines().toList();
    int next = 0;
    while (next < all.size()) {
      String line = all.get(next);
      int number = ++next;
      if (line.isBlank() || line.strip().startsWith("#")) {
        continue;
      }
      Matcher assignment = ASSIGNMENT.matcher(line);
      if (!assignment.matches()) {
        problems.add(problem(shown, number, "this line is no NAME=VALUE"));
        continue;
      }
      String name = assignment.group(1);
      String written = assignment.group(2);
      int last = written.startsWith("\"") ? lastLine(all, next - 1, assignment.start(2)) : -1;
      if (last >= next) {
        written = joined(all, next - 1, last, assignment.start(2));
        next = last + 1;
      }
      Integer first = lines.putIfAbsent(name, number);
      if (first != null) {
        problems.add(problem(shown, number, name + " is set already, in line " + first));
        continue;
      }
      String value = value(written);
      if (value == null) {
        problems.add(
            problem(
                shown,
                number,
                "the value of "
                    + name
                    + " has a quote or a backslash that does not belong there;"
                    + " put it in single quotes"));
        continue;
      }
      values.put(name, value);
    }
    return new VariableFile(values, problems);
  }

  /** The line, from 0, in which a value in double quotes ends; -1 where it does not. */
  private static int lastLine(List<String> lines, int first, int from) {
    boolean isEscaped = false;
    for (int i = first; i < lines.size(); i++) {
      String line = lines.get(i);
      for (int at = i == first ? from + 1 : 0; at < line.length(); at++) {
        if (isEscaped) {
          isEscaped = false;
        } else if (line.charAt(at) == '\\') {
          isEscaped = true;
        } else if (line.charAt(at) == '"') {
          return i;
        }
      }
    }
    return -1;
  }

  private static String joined(List<String> lines, int first, int last, int from) {
    return lines.get(first).substring(from)
        + "\n"
        + String.join("\n", lines.subList(first + 1, last + 1));
  }

  private static @Nullable String value(String written) {
    Matcher single = SINGLE.matcher(written);
    if (single.matches()) {
      return single.group(1);
    }
    Matcher quoted = DOUBLE.matcher(written);
    if (quoted.matches()) {
      return unescape(quoted.group(1));
    }
    if (written.startsWith("#")) {
      return "";
    }
    if (written.startsWith("'") || written.startsWith("\"")) {
      return null;
    }
    int comment = written.indexOf(" #");
    return (comment < 0 ? written : written.substring(0, comment)).strip();
  }

  private static String unescape(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(match ->
            Matcher.quoteReplacement(
                switch (match.group(1)) {
                  case "n" -> "\n";
                  case "t" -> "\t";
                  default -> match.group(1);
                }));
  }

  private static ConfigurationProblem problem(String file, int line, String message) {
    return new ConfigurationProblem(file, line, 1, ConfigurationError.BAD_VARIABLE_LINE, message);
  }
}
