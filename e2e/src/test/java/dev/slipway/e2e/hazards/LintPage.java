package dev.slipway.e2e.hazards;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** {@code docs/lint-agreement.md}. */
final class LintPage {

  private static final int OLDEST = 15;
  private static final double PERCENT = 100.0;

  private LintPage() {}

  static String of(List<LintVerdict> verdicts) {
    List<LintVerdict> compared = compared(verdicts);
    return """
    # Agreement with other tools

    squawk and strong_migrations judge scripts by their text. Slipway runs them on a throw-away database and judges
    what they do. On the same scripts, run as `psql` would run them, the verdicts agree in %s of %s cases (%s %%). Some
    of these are about servers that Slipway does not work with, or hold statements that the server refuses whatever is
    there. They are set apart below, those that agree too: of the others %s of %s agree (%s %%). This page is generated
    by `LintAgreementTest`, which needs the corpus of other people's cases, and fails below 95 %% of those compared.

    | tool | cases | agree | set apart | agree of the others |
    | --- | --: | --: | --: | --: |
    %s
    ## Where they disagree

    | case | the other says | Slipway finds | reason |
    | --- | --- | --- | --- |
    %s
    ## What is set apart

    | case | the other says | Slipway finds | reason |
    | --- | --- | --- | --- |
    %s\
    """
        .formatted(
            agreed(verdicts),
            verdicts.size(),
            percent(verdicts),
            agreed(compared),
            compared.size(),
            percent(compared),
            verdicts.stream()
                .map(verdict -> verdict.lint().suite())
                .distinct()
                .map(suite -> row(suite, verdicts))
                .collect(Collectors.joining()),
            rows(verdicts, verdict -> isCompared(verdict) && !verdict.agrees()),
            rows(verdicts, verdict -> !isCompared(verdict)));
  }

  /** Those about servers that Slipway works with, and about statements that can run. */
  static List<LintVerdict> compared(List<LintVerdict> verdicts) {
    return verdicts.stream().filter(LintPage::isCompared).toList();
  }

  /** The share of verdicts that agree, of 100. */
  static double share(List<LintVerdict> verdicts) {
    return PERCENT * agreed(verdicts) / Math.max(1, verdicts.size());
  }

  private static boolean isCompared(LintVerdict verdict) {
    return verdict.apart(OLDEST).isEmpty();
  }

  private static long agreed(List<LintVerdict> verdicts) {
    return verdicts.stream().filter(LintVerdict::agrees).count();
  }

  private static String percent(List<LintVerdict> verdicts) {
    return String.format(Locale.ROOT, "%.1f", share(verdicts));
  }

  private static String row(String suite, List<LintVerdict> verdicts) {
    List<LintVerdict> of =
        verdicts.stream().filter(verdict -> verdict.lint().suite().equals(suite)).toList();
    List<LintVerdict> compared = compared(of);
    return "| %s | %d | %d | %d | %d of %d |\n"
        .formatted(
            suite,
            of.size(),
            agreed(of),
            of.size() - compared.size(),
            agreed(compared),
            compared.size());
  }

  private static String rows(List<LintVerdict> verdicts, Predicate<LintVerdict> which) {
    return verdicts.stream().filter(which).map(LintPage::row).collect(Collectors.joining());
  }

  private static String row(LintVerdict verdict) {
    return "| %s %s | %s | %s | %s |\n"
        .formatted(
            verdict.lint().suite(),
            verdict.lint().id(),
            verdict.lint().isUnsafe() ? "unsafe" : "safe",
            verdict.found().isEmpty() ? "nothing" : String.join(", ", verdict.found()),
            isCompared(verdict)
                ? verdict.reason()
                : verdict.apart(OLDEST).replaceAll("\\s+", " ").replace("|", "\\|"));
  }
}
