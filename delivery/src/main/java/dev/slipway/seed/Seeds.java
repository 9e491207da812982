package dev.slipway.seed;

import dev.slipway.config.Configuration;
import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.DirectPart;
import dev.slipway.error.SlipwayException;
import dev.slipway.migration.DirectWork;
import dev.slipway.migration.ExecutorOptions;
import dev.slipway.postgres.Postgres;
import dev.slipway.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The rows that an environment begins with: start here to write them. A file that was written
 * before and is the same is not written again, unless that is asked for.
 *
 * <p>Each file is one transaction, with its line of the ledger; files come in the order of their
 * names. Used by one thread.
 */
public final class Seeds {

  /** The folder of the files, when nobody says another. */
  public static final String FOLDER = "seeds";

  private static final String COMMAND = "seed";

  private final Workspace workspace;
  private final Configuration configuration;
  private final Dialect dialect = new Postgres();

  /**
   * @param workspace the project
   * @param configuration its settings
   */
  public Seeds(Workspace workspace, Configuration configuration) {
    this.workspace = workspace;
    this.configuration = configuration;
  }

  /**
   * How seeds are written.
   *
   * @param again whether those are written too that are the same as last time
   * @param dryRun whether nothing shall be written
   */
  public record Terms(boolean again, boolean dryRun) {}

  /**
   * Writes the seeds of a folder that are for an environment.
   *
   * @param environment its name
   * @param folder where the files are
   * @param terms how they are written
   * @param options how the executor behaves
   * @param confirmation is asked before something is written into a protected environment
   * @throws SlipwayException when there is no file, one is wrong, none is for a protected
   *     environment, or something fails; the files before it stay then
   */
  public Seeded write(
      String environment,
      Path folder,
      Terms terms,
      ExecutorOptions options,
      Consumer<String> confirmation) {
    List<SeedFile> files = SeedFile.all(dialect, folder, configuration.environments().keySet());
    if (files.isEmpty()) {
      throw new SlipwayException(
          SeedError.NO_SEED,
          "There is no file of seeds in " + folder + ".",
          "Write one, such as "
              + folder.getFileName()
              + "/010_users.sql, or name another folder"
              + " with --seeds.");
    }
    boolean isProtected = configuration.environment(environment).protectedEnvironment();
    List<SeedFile> wanted =
        files.stream()
            .filter(file ->
                file.environments().isEmpty()
                    ? !isProtected
                    : file.environments().contains(environment))
            .toList();
    if (isProtected && wanted.isEmpty()) {
      throw new SlipwayException(
          SeedError.SEED_PROTECTED,
          "The environment " + environment + " is protected, and no seed says that it is for it.",
          "Where one is, write into its file: -- slipway: in: " + environment + ".");
    }
    Map<String, String> before =
        workspace.done(environment, COMMAND).stream()
            .collect(Collectors.toMap(DirectPart::name, DirectPart::note));
    List<DirectWork> works = new ArrayList<>();
    for (SeedFile file : wanted) {
      String className = file.className();
      var work =
          new SeedWork(
              dialect,
              file,
              className == null ? null : workspace.seedClass(className),
              environment);
      if (terms.again() || !work.note().equals(before.get(work.name()))) {
        works.add(work);
      }
    }
    Map<String, Long> times = new HashMap<>();
    if (!terms.dryRun() && !works.isEmpty()) {
      if (isProtected) {
        confirmation.accept(
            "%s is protected. Shall %d of its seeds be written?"
                .formatted(environment, works.size()));
      }
      workspace.work(
          environment,
          COMMAND,
          works,
          options,
          (work, took) -> times.put(work.name(), took.toMillis()));
    }
    return report(environment, !terms.dryRun(), files, wanted, works, times);
  }

  private static Seeded report(
      String environment,
      boolean isDone,
      List<SeedFile> files,
      List<SeedFile> wanted,
      List<DirectWork> works,
      Map<String, Long> times) {
    return new Seeded(
        environment,
        isDone,
        files.stream()
            .map(file -> {
              boolean isWritten = works.stream().anyMatch(work -> work.name().equals(file.name()));
              return new Seeded.One(
                  file.name(),
                  isWritten
                      ? Seeded.Outcome.WRITTEN
                      : wanted.contains(file) ? Seeded.Outcome.UNCHANGED : Seeded.Outcome.LEFT_OUT,
                  times.get(file.name()));
            })
            .toList());
  }
}
