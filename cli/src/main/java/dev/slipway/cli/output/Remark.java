package dev.slipway.cli.output;

import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import dev.slipway.workspace.Finding;
import dev.slipway.workspace.SeenHazard;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a forge shows beside a file: a finding of {@code check}, or a hazard that is none.
 *
 * @param level how bad it is
 * @param code the stable code
 * @param title what the code means, as a sentence
 * @param what what is wrong or dangerous here
 * @param next what to do
 * @param file the file; null where it is about none
 * @param line the line in it, from 1; null where it is the file as a whole
 */
public record Remark(
    Level level,
    String code,
    String title,
    String what,
    String next,
    @Nullable Path file,
    @Nullable Integer line) {

  /** How bad a remark is. */
  public enum Level {
    /** The check fails. */
    ERROR,
    /** The check does not fail, but somebody should look. */
    WARNING,
    /** It would be better otherwise. */
    NOTE
  }

  /** A finding. */
  public static Remark of(Finding finding) {
    return new Remark(
        Level.ERROR,
        finding.code(),
        sentence(finding.code().replace('-', ' ')),
        finding.what(),
        finding.next(),
        finding.file(),
        finding.line());
  }

  /** A hazard of a statement that a person wrote. */
  public static Remark of(SeenHazard seen) {
    Hazard hazard = seen.hazard();
    return new Remark(
        hazard.code().severity() == HazardCode.Severity.ADVICE ? Level.NOTE : Level.WARNING,
        hazard.code().id(),
        sentence(hazard.code().name().toLowerCase(Locale.ROOT).replace('_', ' ')),
        hazard.message(),
        hazard.advice(),
        seen.file(),
        seen.line());
  }

  private static String sentence(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
  }
}
