package dev.slipway.config;

import java.util.List;

/**
 * What backups are encrypted with.
 *
 * @param key the key of those that are taken from now on
 * @param former the keys of older ones, which are still read with them
 */
public record BackupEncryption(Secret key, List<Secret> former) {

  /** Copies the keys. */
  public BackupEncryption {
    former = List.copyOf(former);
  }
}
