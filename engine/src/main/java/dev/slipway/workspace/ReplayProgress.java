package dev.slipway.workspace;

import dev.slipway.dialect.Watcher;
import dev.slipway.migration.Progress;

/** Tells how many of several migrations have run in a shadow. */
final class ReplayProgress implements Progress {

  private final Watcher watcher;

  ReplayProgress(Watcher watcher) {
    this.watcher = watcher;
  }

  @Override
  public void started(String name, int number, int total) {
    if (total > 1) {
      replaying(watcher, number - 1, total);
    }
  }

  /** Tells it where each migration is a run of its own. */
  static void replaying(Watcher watcher, int done, int total) {
    watcher.at("replaying the migrations", done, total);
  }
}
