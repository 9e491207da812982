package dev.slipway.promotion;

import dev.slipway.migration.Migration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** Who wrote migrations, by the history of the repository that they are in, where git tells. */
final class MigrationAuthors {

  private static final int SECONDS = 20;

  private MigrationAuthors() {}

  /**
   * Everybody who had a hand in it.
   *
   * @param migrations the migrations
   * @param requester who asked for the promotion
   */
  static Set<String> of(List<Migration> migrations, String requester) {
    Set<String> authors = new TreeSet<>(Set.of(requester));
    for (Migration migration : migrations) {
      authors.addAll(ask(migration));
    }
    return authors;
  }

  private static List<String> ask(Migration migration) {
    Process git;
    try {
      git =
          new ProcessBuilder("git", "log", "--format=%ae%n%an", "--", ".")
              .directory(migration.folder().toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException noGit) {
      return List.of();
    }
    try {
      git.getOutputStream().close();
      String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return git.waitFor(SECONDS, TimeUnit.SECONDS) && git.exitValue() == 0
          ? said.lines().filter(line -> !line.isBlank()).toList()
          : List.of();
    } catch (IOException e) {
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    } finally {
      git.destroy();
    }
  }
}
