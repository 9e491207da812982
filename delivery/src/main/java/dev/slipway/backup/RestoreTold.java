package dev.slipway.backup;

import java.util.List;
import java.util.Set;

/**
 * How far the tasks of a restore are: in bytes as long as rows come, in statements from then on,
 * with those that ran meanwhile. Thread-safe.
 */
final class RestoreTold {

  private final BackupProgress progress;
  private final String doing;
  private final long bytes;
  private final long statements;
  private long bytesDone;
  private long statementsDone;

  /**
   * @param doing what statements do
   * @param done the names of the tasks that ran already
   */
  RestoreTold(BackupProgress progress, String doing, List<RestoreTask> tasks, Set<String> done) {
    this.progress = progress;
    this.doing = doing;
    this.bytes = tasks.stream().mapToLong(RestoreTold::bytes).sum();
    this.statements = tasks.stream().mapToLong(RestoreTold::statements).sum();
    tasks.stream().filter(task -> done.contains(task.name())).forEach(this::count);
    if (!tasks.isEmpty()) {
      tell();
    }
  }

  /** A task has run. */
  synchronized void ended(RestoreTask task) {
    count(task);
    tell();
  }

  private void count(RestoreTask task) {
    bytesDone += bytes(task);
    statementsDone += statements(task);
  }

  private void tell() {
    if (bytesDone < bytes || statements == 0) {
      progress.advanced("restoring rows", bytesDone, bytes);
    } else {
      progress.advanced(doing, statementsDone, statements);
    }
  }

  private static long bytes(RestoreTask task) {
    return task instanceof RestoreTask.Rows rows ? rows.file().bytes() : 0;
  }

  private static long statements(RestoreTask task) {
    return task instanceof RestoreTask.Statements some ? some.sql().size() : 0;
  }
}
