package dev.slipway.pitr;

import java.time.Instant;
import java.util.List;

/**
 * A backup of a server's files, as pgBackRest tells it.
 *
 * @param label what pgBackRest calls it
 * @param type {@code full}, {@code diff} or {@code incr}
 * @param began when
 * @param ended when, in whole seconds
 * @param server the server's major version
 * @param bytes what the files take on the server
 * @param repositoryBytes what this backup takes in the repository
 * @param needs the labels of the backups that a restore reads beside it
 * @param isSound false where pgBackRest found damaged pages
 */
public record PhysicalBackup(
    String label,
    String type,
    Instant began,
    Instant ended,
    String server,
    long bytes,
    long repositoryBytes,
    List<String> needs,
    boolean isSound) {

  /** Copies the labels. */
  public PhysicalBackup {
    needs = List.copyOf(needs);
  }

  /** The first time that a restore of it can go to; pgBackRest tells whole seconds, cut off. */
  public Instant reaches() {
    return ended.plusSeconds(1);
  }
}
