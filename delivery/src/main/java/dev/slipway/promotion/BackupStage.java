package dev.slipway.promotion;

import dev.slipway.backup.Backup;
import dev.slipway.backup.BackupOptions;
import dev.slipway.backup.BackupStore;
import dev.slipway.backup.Drill;
import dev.slipway.backup.DumpCopy;
import dev.slipway.backup.PromotionMark;
import dev.slipway.config.PromotionPolicy;
import dev.slipway.workspace.EnvironmentGuard.Access;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Takes a backup and restores it for trial. One that was taken before is looked at again. */
final class BackupStage implements Stage {

  /** For how long a promotion that goes on makes do with the backup that it took before. */
  private static final Duration LONGEST = Duration.ofHours(1);

  /**
   * What is kept of it.
   *
   * @param says what was done
   * @param gates the gate
   * @param folder where the backup is
   * @param name what it is called
   * @param moment to which it holds every row, as the server's log has it
   * @param at the same as a time: what a restore to a point in time is asked for
   * @param rows how many rows it has
   * @param backupBytes how long its files are
   * @param isProved whether it was restored for trial, and all was as it had been
   * @param restoreMilliseconds how long that took; -1 where it was not done
   * @param returnTo where the server was when it was done, right before the migrations
   */
  record Kept(
      String says,
      List<Gate> gates,
      String folder,
      String name,
      String moment,
      String at,
      long rows,
      long backupBytes,
      boolean isProved,
      long restoreMilliseconds,
      ReturnPoint returnTo) {}

  /** What is kept where none is taken. */
  record Without(String says, List<Gate> gates, ReturnPoint returnTo) {}

  @Override
  public State state() {
    return State.BACKUP;
  }

  @Override
  public Found run(Course course, Earlier earlier) {
    PromotionPolicy.Backup demanded = course.policy().backup();
    boolean isWaived =
        course.plan().waivers().stream()
            .anyMatch(each -> each.gate().equals(GateName.BACKUP.word()));
    if (demanded == PromotionPolicy.Backup.NONE || isWaived) {
      Found none = Found.of(List.of(ahead(course)));
      return new Found(
          none.outcome(),
          none.says(),
          none.gates(),
          new Without(none.says(), none.gates(), ReturnPoint.of(course)));
    }
    Backup backup;
    Backup fresh = fresh(course, earlier);
    if (fresh == null) {
      backup =
          course
              .options()
              .backups()
              .create(
                  course.environment(),
                  course.workspace().address(course.environment(), Access.READ),
                  course.options().backupStore(),
                  BackupOptions.defaults());
    } else {
      // It is refused when a byte of it was changed since.
      backup = fresh;
      course.options().backups().check(backup);
    }
    new PromotionMark(course.environment(), course.deployment(), course.now()).write(backup);
    Drill drill =
        demanded == PromotionPolicy.Backup.TAKEN
            ? null
            : course
                .options()
                .backups()
                .proof(backup)
                .orElseGet(() -> course.options().backups().drill(backup));
    boolean isProved = drill != null && drill.isProved();
    Gate gate = gate(backup, drill);
    Found found = Found.of(List.of(gate));
    return new Found(
        found.outcome(),
        gate.says(),
        found.gates(),
        new Kept(
            gate.says(),
            List.of(gate),
            backup.place(),
            backup.name(),
            backup.manifest().position(),
            backup.manifest().began().toString(),
            backup.manifest().rows(),
            backup.manifest().bytes(),
            isProved,
            drill == null ? -1 : drill.took().toMillis(),
            ReturnPoint.of(course)));
  }

  /** The backup of an earlier run, as long as it is about as good as one that is taken now. */
  private static @Nullable Backup fresh(Course course, Earlier earlier) {
    if (earlier.passed() == null) {
      return null;
    }
    JsonNode kept = Documents.tree(earlier.passed());
    String folder = kept.path("folder").asString("");
    String name = kept.path("name").asString("");
    BackupStore store = course.options().backupStore();
    boolean isElsewhere = folder.startsWith("s3://") && !store.place(name).equals(folder);
    return folder.isEmpty()
            || isElsewhere
            || Instant.parse(kept.path("at").asString()).plus(LONGEST).isBefore(course.now())
        ? null
        : Backup.open(store(course, folder, name), name);
  }

  /** Where that backup is: it may have been told to go elsewhere than one that is taken now. */
  private static BackupStore store(Course course, String folder, String name) {
    BackupStore store = course.options().backupStore();
    return store.place(name).equals(folder)
        ? store
        : BackupStore.folder(Path.of(folder).resolveSibling(""));
  }

  private static Gate gate(Backup backup, @Nullable Drill drill) {
    DumpCopy dump = backup.manifest().dump();
    String taken =
        backup.name() + " is taken" + (dump == null ? "" : " by pg_dump " + dump.client());
    List<String> details = new ArrayList<>(List.of(backup.place()));
    if (!backup.manifest().because().isEmpty()) {
      details.add(backup.manifest().because());
    }
    if (drill == null) {
      return Gate.green(GateName.BACKUP, taken, details);
    }
    details.add("restored in " + drill.took().toMillis() + " ms");
    return drill.isProved()
        ? Gate.green(GateName.BACKUP, taken + ", and was restored for trial", details)
        : Gate.red(
            GateName.BACKUP,
            backup.name() + " does not count: what was restored is not what was backed up",
            drill.differences());
  }

  /** The gate before it was done. */
  static Gate ahead(Course course) {
    String says =
        switch (course.policy().backup()) {
          case PROVED -> "will be taken, and restored for trial";
          case TAKEN -> "will be taken";
          case NONE -> "no backup is demanded";
        };
    Gate gate =
        course.policy().backup() == PromotionPolicy.Backup.NONE
            ? Gate.green(GateName.BACKUP, says, List.of())
            : Gate.red(GateName.BACKUP, "none is taken", List.of()).with(course.plan().waivers());
    return gate.isRed() ? Gate.green(GateName.BACKUP, says, List.of()) : gate;
  }
}
