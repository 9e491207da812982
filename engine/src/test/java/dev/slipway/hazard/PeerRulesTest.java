package dev.slipway.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.HazardCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every rule of other tools has a code of ours, or a reason why it has none. {@code
 * src/test/cases/peers/rules.txt} lists their rules, {@code mapping.txt} says what becomes of each,
 * and {@code docs/peer-rules.md} is written from both by {@code -Dgolden.update=true}.
 */
final class PeerRulesTest {

  private static final Path FOLDER = Path.of("src/test/cases/peers");
  private static final Path PAGE = Path.of("../docs/peer-rules.md");
  private static final Path ERRORS = Path.of("../docs/errors");
  private static final String NONE = "-";

  /**
   * What becomes of a rule.
   *
   * @param tool whose rule it is
   * @param rule its name there
   * @param codes ours: hazards, or errors that refuse it; {@code -} for none
   * @param why why there is none, or where ours differs
   */
  private record Mapping(String tool, String rule, List<String> codes, String why) {
    static Mapping parse(String line) {
      String[] parts = line.split("\\|", -1);
      return new Mapping(parts[0], parts[1], List.of(parts[2].split(" ")), parts[3]);
    }

    boolean hasCode() {
      return !codes.equals(List.of(NONE));
    }
  }

  @Test
  void should_map_every_rule_once() throws IOException {
    assertThat(problems(rules(), mappings())).isEmpty();
  }

  @Test
  void should_notice_what_is_missing() {
    Map<String, List<String>> rules = Map.of("tool", List.of("known", "unmapped", "unsaid"));
    List<Mapping> mappings =
        List.of(
            Mapping.parse("tool|known|SLIP999|"),
            Mapping.parse("tool|unsaid|-|"),
            Mapping.parse("tool|other|SLIP101|"),
            Mapping.parse("tool|known|no-such-error|"));

    assertThat(problems(rules, mappings))
        .containsExactlyInAnyOrder(
            "tool unmapped is not mapped",
            "tool other is no rule of it",
            "tool known is mapped twice",
            "tool known: nobody knows SLIP999",
            "tool known: nobody knows no-such-error",
            "tool unsaid has neither a code nor a reason");
  }

  @Test
  void should_have_a_page() throws IOException {
    String page = page(mappings());
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE).content().isEqualTo(page);
  }

  private static List<String> problems(Map<String, List<String>> rules, List<Mapping> mappings) {
    Set<String> codes =
        Arrays.stream(HazardCode.values()).map(HazardCode::id).collect(Collectors.toSet());
    List<String> problems = new ArrayList<>();
    Set<String> mapped = new TreeSet<>();
    for (Mapping mapping : mappings) {
      String name = mapping.tool() + " " + mapping.rule();
      if (!mapped.add(name)) {
        problems.add(name + " is mapped twice");
      }
      if (!rules.getOrDefault(mapping.tool(), List.of()).contains(mapping.rule())) {
        problems.add(name + " is no rule of it");
      }
      if (mapping.hasCode()) {
        mapping.codes().stream()
            .filter(code -> !codes.contains(code) && !Files.exists(ERRORS.resolve(code + ".md")))
            .forEach(code -> problems.add(name + ": nobody knows " + code));
      } else if (mapping.why().isBlank()) {
        problems.add(name + " has neither a code nor a reason");
      }
    }
    rules.forEach((tool, names) ->
        names.stream()
            .filter(rule -> !mapped.contains(tool + " " + rule))
            .forEach(rule -> problems.add(tool + " " + rule + " is not mapped")));
    return problems;
  }

  private static Map<String, List<String>> rules() throws IOException {
    Map<String, List<String>> rules = new LinkedHashMap<>();
    for (String line : lines("rules.txt")) {
      int colon = line.indexOf(": ");
      rules.put(line.substring(0, colon), List.of(line.substring(colon + 2).split(", ")));
    }
    return rules;
  }

  private static List<Mapping> mappings() throws IOException {
    return lines("mapping.txt").stream().map(Mapping::parse).toList();
  }

  private static List<String> lines(String name) throws IOException {
    return Files.readAllLines(FOLDER.resolve(name)).stream()
        .filter(line -> !line.startsWith("#"))
        .toList();
  }

  private static String page(List<Mapping> mappings) {
    var page =
        new StringBuilder(
            """
            # Rules of other tools

            What squawk, strong_migrations, pg-schema-diff, Atlas and Supabase's advisors warn of, and what Slipway
            says of it: a [hazard](hazards/README.md), an error that refuses it, or why it says nothing. What they say
            of the same scripts is compared in [lint-agreement.md](lint-agreement.md). This page is generated by
            `PeerRulesTest`, which fails when a rule has neither a code nor a reason.
            """);
    Map<String, List<Mapping>> tools =
        mappings.stream()
            .collect(Collectors.groupingBy(Mapping::tool, LinkedHashMap::new, Collectors.toList()));
    tools.forEach((tool, all) -> {
      long coded = all.stream().filter(Mapping::hasCode).count();
      page.append("\n## ").append(tool).append("\n\n");
      page.append(coded).append(" of ").append(all.size()).append(" rules have a code.\n\n");
      page.append("| rule | Slipway | |\n| --- | --- | --- |\n");
      all.forEach(mapping -> page.append(row(mapping)));
    });
    return page.toString();
  }

  private static String row(Mapping mapping) {
    String codes =
        mapping.hasCode()
            ? mapping.codes().stream().map(PeerRulesTest::link).collect(Collectors.joining(", "))
            : "none";
    String why = mapping.why().isEmpty() ? " |" : " " + mapping.why() + " |";
    return "| " + mapping.rule() + " | " + codes + " |" + why + "\n";
  }

  private static String link(String code) {
    String folder = code.startsWith("SLIP") ? "hazards/" : "errors/";
    return "[" + code + "](" + folder + code + ".md)";
  }
}
