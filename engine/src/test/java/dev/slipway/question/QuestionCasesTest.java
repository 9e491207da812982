package dev.slipway.question;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.catalog.Catalog;
import dev.slipway.dialect.Dialect;
import dev.slipway.error.SlipwayException;
import dev.slipway.planner.DeclaredRename;
import dev.slipway.planner.Desired;
import dev.slipway.planner.SchemaPlanner;
import dev.slipway.postgres.Postgres;
import dev.slipway.shadow.EmbeddedShadow;
import dev.slipway.shadow.Shadow;
import dev.slipway.source.Source;
import dev.slipway.source.SourceReader;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What is asked, and what answers do. A case is a folder of {@code src/test/cases/question}: {@code
 * before.sql}, {@code after.sql}, perhaps {@code answers} (groups of lines {@code rename OLD=NEW}
 * and {@code drop OLD}, parted by empty lines) and the golden {@code questions.txt}. Whatever an
 * inquiry resolves is planned and proved.
 */
class QuestionCasesTest {

  private static final Path CASES = Path.of("src/test/cases/question");
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");

  @TestFactory
  Stream<DynamicNode> should_ask_and_be_answered() throws IOException {
    Dialect dialect = new Postgres();
    Shadow shadow = EmbeddedShadow.open(dialect, 17, List.of());
    PathMatcher matcher =
        FileSystems.getDefault().getPathMatcher("glob:" + System.getProperty("cases", "*"));
    List<DynamicNode> tests = new ArrayList<>();
    try (Stream<Path> folders = Files.list(CASES)) {
      for (Path folder : folders.sorted().toList()) {
        Path name = CASES.relativize(folder);
        if (matcher.matches(name)) {
          tests.add(
              DynamicTest.dynamicTest(
                  name.toString(), () -> new Case(dialect, shadow, folder).check()));
        }
      }
    }
    assertThat(tests).isNotEmpty();
    return tests.stream().onClose(shadow::close);
  }

  private record Case(Dialect dialect, Shadow shadow, Path folder) {

    void check() throws IOException {
      Catalog before = read("before.sql").catalog();
      Desired after = read("after.sql");
      var text = new StringBuilder();
      Inquiry.questions(dialect, before, after)
          .forEach(question -> text.append(question.sentence()).append('\n'));
      if (text.isEmpty()) {
        text.append("(nothing is asked)\n");
      }
      Path answers = folder.resolve("answers");
      if (Files.exists(answers)) {
        for (String group : Files.readString(answers).strip().split("\n\n")) {
          text.append('\n').append(group).append('\n');
          text.append(outcome(before, after, group.lines().map(Case::answer).toList()));
        }
      }
      Path golden = folder.resolve("questions.txt");
      if (UPDATE) {
        Files.writeString(golden, text);
      }
      assertThat(text.toString())
          .isEqualTo(Files.exists(golden) ? Files.readString(golden) : "(no golden)");
    }

    private static Answer answer(String line) {
      String rest = line.substring(line.indexOf(' ') + 1);
      return line.startsWith("rename ") ? new Answer.Renamed(rest) : new Answer.Dropped(rest);
    }

    private String outcome(Catalog before, Desired after, List<Answer> answers) {
      Desired resolved;
      try {
        resolved =
            Inquiry.resolve(
                dialect, before, after, new Answers(answers, List.of(), Respondent.NOBODY));
      } catch (SlipwayException refusal) {
        return ("  " + refusal.code().slug() + ": " + refusal.what()).indent(0)
            + ("next: " + refusal.next()).indent(2);
      }
      var planner = new SchemaPlanner(dialect, shadow);
      planner.prove(planner.plan(before, resolved), before, resolved.catalog());
      var text = new StringBuilder();
      for (DeclaredRename rename : resolved.renames()) {
        text.append("  => ").append(shown(rename)).append('\n');
      }
      return text.isEmpty() ? "  => no renames\n" : text.toString();
    }

    private static String shown(DeclaredRename rename) {
      return switch (rename) {
        case DeclaredRename.OfObject object -> object.from() + " is " + object.to();
        case DeclaredRename.OfPart part -> part.from() + " of " + part.whole() + " is " + part.to();
      };
    }

    private Desired read(String file) {
      var reader = new SourceReader(dialect, shadow, CASES, List.of(), (database, path) -> {});
      return reader.read(new Source.SqlFiles(folder.resolve(file)));
    }
  }
}
