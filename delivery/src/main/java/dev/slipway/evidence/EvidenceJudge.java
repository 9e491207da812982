package dev.slipway.evidence;

import dev.slipway.config.EvidencePolicy;
import dev.slipway.migration.Migration;
import dev.slipway.migration.TimeText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Says what of the evidence that is demanded is missing. Stateless. */
public final class EvidenceJudge {

  private EvidenceJudge() {}

  /**
   * What is missing, a sentence each; nothing where the evidence is enough.
   *
   * @param evidence what is known of the environment before
   * @param policy what is demanded
   * @param migrations what is going to be applied
   * @param now the time
   */
  public static List<String> missing(
      Evidence evidence, EvidencePolicy policy, List<Migration> migrations, Instant now) {
    List<String> missing = new ArrayList<>();
    Map<String, Evidence.Ran> ran = new TreeMap<>();
    evidence.migrations().forEach(each -> ran.put(each.name(), each));
    Instant last = Instant.MIN;
    for (Migration migration : migrations) {
      Evidence.Ran there = ran.get(migration.name());
      if (there == null) {
        missing.add(migration.name() + " is not applied to " + evidence.environment());
        continue;
      }
      String difference = difference(migration, there);
      if (difference != null) {
        missing.add(migration.name() + " " + difference + " in " + evidence.environment());
      }
      last = there.at().isAfter(last) ? there.at() : last;
    }
    if (missing.isEmpty()) {
      for (String kind : policy.needs()) {
        missing.addAll(missing(evidence, policy.maxAge(), kind, last, now));
      }
    }
    return missing;
  }

  private static @Nullable String difference(Migration migration, Evidence.Ran there) {
    if (!migration.up().hash().content().equals(there.up())) {
      return "had another up.sql";
    }
    if (!migration.down().hash().content().equals(there.down())) {
      return "had another down.sql";
    }
    if (!migration.manifest().before().value().equals(there.before())
        || !migration.manifest().after().value().equals(there.after())) {
      return "led from and to other fingerprints";
    }
    return null;
  }

  /** The last one of each name counts, if it was made since the last of the migrations ran. */
  private static List<String> missing(
      Evidence evidence, Duration age, String kind, Instant since, Instant now) {
    Map<String, Evidence.Finding> latest = new TreeMap<>();
    evidence.findings().stream()
        .filter(finding -> finding.kind().equals(kind))
        .forEach(finding -> latest.put(finding.name(), finding));
    String where = " in " + evidence.environment();
    if (latest.values().stream().noneMatch(finding -> finding.at().isAfter(since))) {
      return List.of(
          "no "
              + kind
              + " was done"
              + where
              + (latest.isEmpty() ? "" : " since the last of these migrations ran there"));
    }
    List<String> missing = new ArrayList<>();
    latest.values().stream()
        .filter(finding -> finding.at().isAfter(since))
        .forEach(finding -> {
          String which = kind + (finding.name().isEmpty() ? "" : " " + finding.name());
          if (!finding.passed()) {
            missing.add(which + where + " did not come out right at " + finding.at());
          } else if (finding.at().plus(age).isBefore(now)) {
            missing.add(
                which + where + " is of " + finding.at() + ", older than " + TimeText.of(age));
          }
        });
    return missing;
  }
}
