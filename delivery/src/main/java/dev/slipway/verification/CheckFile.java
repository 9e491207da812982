package dev.slipway.verification;

import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.Directive;
import dev.slipway.dialect.ScriptParts;
import dev.slipway.dialect.ScriptStatement;
import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads checks: each query of a file with the directives before it. */
final class CheckFile {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Dialect dialect;
  private final Path file;

  private CheckFile(Dialect dialect, Path file) {
    this.dialect = dialect;
    this.file = file;
  }

  /**
   * The checks of a folder, file by file in the order of their names; none where it is not there.
   */
  static List<Check> all(Dialect dialect, Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> files;
    try (Stream<Path> found = Files.walk(folder)) {
      files = found.filter(each -> each.toString().endsWith(".sql")).sorted().toList();
    } catch (IOException e) {
      throw wrong(folder.toString(), "can't be listed: " + e.getMessage());
    }
    List<Check> checks = new ArrayList<>();
    files.forEach(each -> checks.addAll(new CheckFile(dialect, each).read()));
    return checks;
  }

  private List<Check> read() {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw wrong(file.toString(), "can't be read as UTF-8 text");
    }
    ScriptParts parts = dialect.parts(text).withoutRows("a check");
    List<Check> checks = new ArrayList<>();
    int from = 0;
    for (ScriptStatement statement : parts.statements()) {
      int line = statement.line();
      int after = from;
      List<Directive> own =
          parts.directives().stream()
              .filter(each -> each.line() >= after && each.line() < line)
              .toList();
      checks.add(check(statement, own, checks.size() + 1));
      from = line;
    }
    int last = from;
    parts.directives().stream()
        .filter(each -> each.line() > last)
        .findFirst()
        .ifPresent(each -> {
          throw wrong(each.line(), "no query follows");
        });
    if (checks.isEmpty()) {
      throw wrong(1, "there is no query in it");
    }
    return checks;
  }

  private Check check(ScriptStatement statement, List<Directive> directives, int number) {
    String name = String.valueOf(file.getFileName()).replaceFirst("\\.sql$", "");
    if (number > 1) {
      name += " " + number;
    }
    List<Expectation> expectations = new ArrayList<>();
    List<String> rows = new ArrayList<>();
    @Nullable String role = null;
    @Nullable String claims = null;
    List<String> environments = List.of();
    for (Directive directive : directives) {
      String argument = directive.argument();
      switch (directive.name()) {
        case "check" -> name = argument;
        case "as" -> role = argument;
        case "claims" -> claims = claims(directive);
        case "in" -> environments = List.of(argument.split("\\s*,\\s*"));
        case "expect" -> {
          Expectation expectation = ExpectationText.parse(argument);
          if (expectation == null) {
            throw wrong(
                directive.line(),
                "\"" + argument + "\" is nothing that can be expected: " + ExpectationText.FORMS);
          }
          if (expectation instanceof Expectation.Rows row) {
            rows.addAll(row.rows());
          } else {
            expectations.add(expectation);
          }
        }
        default ->
            throw wrong(
                directive.line(),
                "a check has no `"
                    + directive.name()
                    + "`; it knows check, expect, as, claims and in");
      }
      if (argument.isEmpty()) {
        throw wrong(directive.line(), "`" + directive.name() + ":` says nothing");
      }
    }
    if (!rows.isEmpty()) {
      expectations.add(new Expectation.Rows(rows));
    }
    if (expectations.isEmpty()) {
      throw wrong(
          statement.line(),
          "nothing is expected of this query; write before it -- slipway: expect: "
              + ExpectationText.FORMS);
    }
    return new Check(
        name, file, statement.line(), statement.sql(), expectations, role, claims, environments);
  }

  private String claims(Directive directive) {
    try {
      if (JSON.readTree(directive.argument()).isObject()) {
        return directive.argument();
      }
    } catch (JacksonException e) {
      // told below
    }
    throw wrong(directive.line(), "claims are a JSON object, such as {\"sub\": \"…\"}");
  }

  private SlipwayException wrong(int line, String what) {
    return wrong(file + ":" + line, what);
  }

  private static SlipwayException wrong(String place, String what) {
    return new SlipwayException(
        VerificationError.BAD_CHECK,
        place + ": " + what + ".",
        "Mend the file. Nothing was asked.");
  }
}
