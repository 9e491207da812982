package dev.slipway.backup;

import java.util.List;

/**
 * What {@code pg_dump} wrote of a database.
 *
 * @param client the program's version, such as {@code 15.18}
 * @param major its major version: {@code pg_restore} must not be older
 * @param role as whom it read, and to whom belongs what nobody else owns
 * @param superusers which of the backup's roles may do everything, as some things demand of their
 *     owners
 * @param notCompared what the database holds and Slipway does not model, in words: no proof speaks
 *     of it
 * @param files the files that it wrote
 */
public record DumpCopy(
    String client,
    int major,
    String role,
    List<String> superusers,
    List<String> notCompared,
    List<DataFile> files) {

  /** Copies the lists. */
  public DumpCopy {
    superusers = List.copyOf(superusers);
    notCompared = List.copyOf(notCompared);
    files = List.copyOf(files);
  }
}
