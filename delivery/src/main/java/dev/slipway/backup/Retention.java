package dev.slipway.backup;

import dev.slipway.config.BackupRetention;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which backups are kept, and why: the newest one of so many days, weeks and months that have any,
 * by UTC; and whatever is said of them, the newest of all, the newest that was proved, and that of
 * the last promotion. A promotion that is not over is always the last one: none begins before it
 * ends. A mark of a promotion that can't be read keeps its backup too.
 *
 * @param kept those that stay, the newest first
 * @param removed those that nothing keeps, the newest first
 */
public record Retention(List<Kept> kept, List<Backup> removed) {

  /**
   * A backup that stays.
   *
   * @param backup which one
   * @param because for what, in words, such as {@code weekly}
   */
  public record Kept(Backup backup, List<String> because) {
    /** Copies the list. */
    public Kept {
      because = List.copyOf(because);
    }
  }

  /** Copies the lists. */
  public Retention {
    kept = List.copyOf(kept);
    removed = List.copyOf(removed);
  }

  /**
   * Decides.
   *
   * @param backups all that there are of an environment
   * @param keep how many are kept
   */
  static Retention of(List<Backup> backups, BackupRetention keep) {
    List<Backup> newest =
        backups.stream()
            .sorted(Comparator.comparing((Backup backup) -> backup.manifest().began()).reversed())
            .toList();
    Set<Backup> daily = newestOf(newest, keep.daily(), Retention::day);
    Set<Backup> weekly = newestOf(newest, keep.weekly(), Retention::week);
    Set<Backup> monthly = newestOf(newest, keep.monthly(), backup -> YearMonth.from(day(backup)));
    Set<Backup> proved =
        newestOf(
            newest.stream()
                .filter(backup -> backup.drill().filter(Drill::isProved).isPresent())
                .toList(),
            1,
            backup -> true);
    Map<Backup, PromotionMark.Found> marks = new HashMap<>();
    newest.forEach(backup -> marks.put(backup, PromotionMark.beside(backup)));
    PromotionMark last =
        marks.values().stream()
            .map(PromotionMark.Found::mark)
            .filter(Objects::nonNull)
            .max(Comparator.comparing(PromotionMark::at))
            .orElse(null);
    List<Kept> kept = new ArrayList<>();
    List<Backup> removed = new ArrayList<>();
    for (Backup backup : newest) {
      List<String> because = new ArrayList<>();
      add(because, backup.equals(newest.getFirst()), "newest");
      add(because, proved.contains(backup), "last proved");
      add(because, isOf(last, marks.get(backup)), "promotion");
      add(because, daily.contains(backup), "daily");
      add(because, weekly.contains(backup), "weekly");
      add(because, monthly.contains(backup), "monthly");
      if (because.isEmpty()) {
        removed.add(backup);
      } else {
        kept.add(new Kept(backup, because));
      }
    }
    return new Retention(kept, removed);
  }

  /**
   * Whether a backup is what the last promotion relies on; of one that went on it may be several.
   */
  private static boolean isOf(@Nullable PromotionMark last, PromotionMark.@Nullable Found found) {
    if (found == null || !found.isThere()) {
      return false;
    }
    PromotionMark mark = found.mark();
    return mark == null
        || (last != null
            && mark.environment().equals(last.environment())
            && mark.deployment() == last.deployment());
  }

  private static void add(List<String> because, boolean is, String word) {
    if (is) {
      because.add(word);
    }
  }

  private static <T> Set<Backup> newestOf(
      List<Backup> newest, int count, Function<Backup, T> time) {
    Set<T> times = new HashSet<>();
    Set<Backup> found = new HashSet<>();
    for (Backup backup : newest) {
      if (times.size() < count && times.add(time.apply(backup))) {
        found.add(backup);
      }
    }
    return found;
  }

  private static LocalDate day(Backup backup) {
    Instant began = backup.manifest().began();
    return began.atZone(ZoneOffset.UTC).toLocalDate();
  }

  /** The Monday that it begins with. */
  private static LocalDate week(Backup backup) {
    return day(backup).with(WeekFields.ISO.dayOfWeek(), 1);
  }
}
