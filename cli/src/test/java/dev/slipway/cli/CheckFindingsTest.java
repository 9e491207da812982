package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every finding that a case of {@code check} shows has a page, of errors or of its own. */
final class CheckFindingsTest {

  private static final Path ROOT = Path.of(System.getProperty("slipway.project.root"));
  private static final Pattern FINDING = Pattern.compile("(?m)^finding\\[([a-z-]+)]");
  private static final Pattern HEADING = Pattern.compile("(?m)^## ([a-z-]+)$");

  @Test
  void should_document_every_finding() throws IOException {
    Set<String> seen = new TreeSet<>();
    try (Stream<Path> files = Files.walk(ROOT.resolve("cli/src/test/cases/check"))) {
      for (Path file : files.filter(each -> each.endsWith("expected.out")).toList()) {
        FINDING
            .matcher(Files.readString(file))
            .results()
            .forEach(found -> seen.add(found.group(1)));
      }
    }
    seen.removeIf(code -> Files.exists(ROOT.resolve("docs/errors/" + code + ".md")));
    Set<String> documented = new TreeSet<>();
    HEADING
        .matcher(Files.readString(ROOT.resolve("docs/check.md")))
        .results()
        .forEach(found -> documented.add(found.group(1)));
    assertThat(documented).isEqualTo(seen).hasSizeGreaterThan(5);
  }
}
