package dev.slipway.backup;

import dev.slipway.dialect.CopiedTable;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a dump is: half of it is what {@code pg_dump} writes, half is what is read for checksums.
 * A program says when it begins a table, and so has ended one when as many others were begun as it
 * copies at once. Thread-safe.
 */
final class DumpTold {

  private static final Pattern BEGUN = Pattern.compile(".*dumping contents of table \"(.*)\"");

  private final BackupProgress progress;
  private final int jobs;
  private final Map<String, Long> bytes = new HashMap<>();
  private final Queue<Long> begun = new ArrayDeque<>();
  private final long all;
  private long dumped;
  private long read;

  /**
   * @param jobs how many tables the program copies at once
   */
  DumpTold(BackupProgress progress, List<CopiedTable> tables, int jobs) {
    this.progress = progress;
    this.jobs = jobs;
    tables.forEach(
        table -> bytes.put(table.id().schema() + "." + table.id().name(), table.bytes()));
    this.all = 2 * tables.stream().mapToLong(CopiedTable::bytes).sum();
  }

  /** The program printed a line. */
  synchronized void line(String line) {
    Matcher matcher = BEGUN.matcher(line);
    if (matcher.matches()) {
      begun.add(bytes.getOrDefault(matcher.group(1), 0L));
      Long ended = begun.size() > jobs ? begun.poll() : null;
      if (ended != null) {
        dumped = Math.min(all / 2, dumped + ended);
        tell();
      }
    }
  }

  /** The program has ended. */
  synchronized void ended() {
    begun.clear();
    dumped = all / 2;
    tell();
  }

  /** As many bytes of the server's files were read. */
  synchronized void read(long done) {
    read = Math.min(all / 2, done);
    tell();
  }

  private void tell() {
    progress.advanced("copying rows", dumped + read, all);
  }
}
