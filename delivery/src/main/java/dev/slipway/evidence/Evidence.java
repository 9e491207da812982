package dev.slipway.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an environment at one moment: which migrations ran there, and what was found out
 * about it since.
 *
 * @param environment its name
 * @param identity the identity of its stamp; null where it has none
 * @param server the version of its server
 * @param at when this was collected, by the server's clock
 * @param by the user and the machine that collected it
 * @param migrations what is applied, in the order in which it was
 * @param findings what was found out, the oldest first
 */
public record Evidence(
    String environment,
    @Nullable String identity,
    String server,
    Instant at,
    String by,
    List<Ran> migrations,
    List<Finding> findings) {

  /** Copies the lists. */
  public Evidence {
    migrations = List.copyOf(migrations);
    findings = List.copyOf(findings);
  }

  /**
   * A migration that ran.
   *
   * @param name its name
   * @param up the hash of the way forth, without comments and white space
   * @param down the hash of the way back, likewise
   * @param before the fingerprint it started from
   * @param after the fingerprint it arrived at
   * @param at when it was applied
   * @param milliseconds how long it took
   * @param statements how many statements it had
   * @param steps what each of them cost; null where a version applied it that did not measure that,
   *     and left out of the file then
   */
  public record Ran(
      String name,
      String up,
      String down,
      String before,
      String after,
      Instant at,
      long milliseconds,
      int statements,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<StepCost> steps) {

    /** Copies the list. */
    public Ran {
      steps = steps == null ? null : List.copyOf(steps);
    }

    /** How long it waited for locks in all, in milliseconds; null where that was not measured. */
    public @Nullable Long lockWait() {
      return steps == null
          ? null
          : Long.valueOf(steps.stream().mapToLong(StepCost::lockWaitMilliseconds).sum());
    }
  }

  /**
   * Something that was found out.
   *
   * @param kind what was done, as a word: {@code verify}
   * @param name which one of that kind; empty where there is one only
   * @param head the migration that was applied last; null for none
   * @param fingerprint of the catalog that was there; null where nobody looked
   * @param passed whether all was as expected
   * @param at when
   * @param by the role of the database that wrote it
   * @param document what was found, as JSON
   */
  public record Finding(
      String kind,
      String name,
      @Nullable String head,
      @Nullable String fingerprint,
      boolean passed,
      Instant at,
      String by,
      String document) {}
}
