package dev.slipway.cli.output;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Findings as a log in SARIF 2.1.0 (OASIS: Static Analysis Results Interchange Format), which code
 * scanners of forges read.
 */
public final class Sarif {

  private Sarif() {}

  /**
   * The log.
   *
   * @param findings what was found; may be empty, which says that all is well
   * @param project the file that a finding is shown at which is about none
   * @param paths a file relative to the root of the repository
   */
  public static String of(List<Remark> findings, Path project, Function<Path, String> paths) {
    List<String> codes = findings.stream().map(Remark::code).distinct().toList();
    var results = new ArrayList<Object>();
    for (Remark finding : findings) {
      Json result =
          Json.object()
              .with("ruleId", finding.code())
              .with("ruleIndex", codes.indexOf(finding.code()))
              .with("level", PlanJson.word(finding.level()))
              .with("message", text(finding.what() + "\n" + finding.next()));
      Path file = finding.file();
      result.with(
          "locations",
          List.of(location(paths.apply(file == null ? project : file), finding.line())));
      results.add(result.members());
    }
    Json driver =
        Json.object()
            .with("name", "slipway")
            .with("rules", codes.stream().map(code -> rule(code, findings)).toList());
    Json run =
        Json.object()
            .with("tool", Json.object().with("driver", driver.members()).members())
            .with("results", results);
    return Json.object()
        .with("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
        .with("version", "2.1.0")
        .with("runs", List.of(run.members()))
        .text();
  }

  /** What forges demand of a rule: a sentence, and what to do. */
  private static Map<String, @Nullable Object> rule(String code, List<Remark> findings) {
    Remark first =
        findings.stream().filter(finding -> finding.code().equals(code)).findFirst().orElseThrow();
    return Json.object()
        .with("id", code)
        .with("shortDescription", text(first.title()))
        .with("fullDescription", text(first.title()))
        .with("help", text(first.next()))
        .members();
  }

  private static Map<String, @Nullable Object> text(String text) {
    return Json.object().with("text", text).members();
  }

  private static Map<String, @Nullable Object> location(String path, @Nullable Integer line) {
    Json place =
        Json.object().with("artifactLocation", Json.object().with("uri", uri(path)).members());
    if (line != null) {
      place.with("region", Json.object().with("startLine", line).members());
    }
    return Json.object().with("physicalLocation", place.members()).members();
  }

  /** A relative reference: everything but unreserved characters is percent-encoded (RFC 3986). */
  private static String uri(String path) {
    var uri = new StringBuilder();
    for (byte b : path.replace('\\', '/').getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean isPlain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || "-._~/".indexOf(c) >= 0;
      uri.append(isPlain ? String.valueOf(c) : "%%%02X".formatted((int) c));
    }
    return uri.toString();
  }
}
