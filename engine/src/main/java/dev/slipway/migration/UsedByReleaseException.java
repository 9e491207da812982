package dev.slipway.migration;

import dev.slipway.error.SlipwayException;
import java.util.List;
import java.util.stream.Collectors;

/** That deployed releases use what would be taken away, with what and where. */
public final class UsedByReleaseException extends SlipwayException {

  private static final long serialVersionUID = 1L;

  private final transient List<ReleaseConflict> conflicts;

  private UsedByReleaseException(List<ReleaseConflict> conflicts, String next) {
    super(
        MigrationError.USED_BY_RELEASE,
        "A release that is deployed needs what would change. Nothing ran.\n"
            + conflicts.stream()
                .map(each -> "  " + each.code().id() + " " + each.text())
                .collect(Collectors.joining("\n")),
        next);
    this.conflicts = List.copyOf(conflicts);
  }

  /**
   * The refusal.
   *
   * @param conflicts what is used; one at least
   */
  public static UsedByReleaseException of(List<ReleaseConflict> conflicts) {
    String releases =
        conflicts.stream()
            .map(ReleaseConflict::release)
            .distinct()
            .collect(Collectors.joining(", "));
    return new UsedByReleaseException(
        conflicts,
        "When it runs nowhere any more ("
            + releases
            + "), end it with `slipway release end`; otherwise deploy first what does without, or"
            + " allow each by its name:\n"
            + conflicts.stream()
                .map(ReleaseConflict::allowance)
                .distinct()
                .map(allowance -> "  --allow " + quoted(allowance) + " \\")
                .collect(Collectors.joining("\n"))
            + "\n  --reason \"why it does no harm\"");
  }

  /** What is used. */
  public List<ReleaseConflict> conflicts() {
    return conflicts;
  }

  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_:.,/-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
