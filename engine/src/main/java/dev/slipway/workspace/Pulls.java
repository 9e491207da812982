package dev.slipway.workspace;

import dev.slipway.catalog.Catalog;
import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.dialect.Scope;
import dev.slipway.error.SlipwayException;
import dev.slipway.migration.Executor;
import dev.slipway.migration.ExecutorOptions;
import dev.slipway.migration.Migration;
import dev.slipway.migration.Target;
import dev.slipway.pull.Pulled;
import dev.slipway.pull.PulledFiles;
import dev.slipway.pull.Pulling;
import dev.slipway.pull.Updated;
import dev.slipway.pull.UpdatedSources;
import dev.slipway.pull.Updating;
import dev.slipway.workspace.EnvironmentGuard.Access;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a database has as a definition: anew, as a first migration too, or into the sources
 * that are there.
 */
final class Pulls {

  private final Project project;

  Pulls(Project project) {
    this.project = project;
  }

  Pulled pull(String address, Path into, String packageName, Pulling.@Nullable Check check) {
    Path folder = into.resolve(packageName.replace('.', '/'));
    PulledFiles.requireNone(folder, folder.toString());
    Catalog catalog = project.read(address, List.of()).catalog();
    Pulled pulled =
        new Pulling(project.dialect(), project.planner(), project.reader(), check)
            .pull(catalog, packageName);
    PulledFiles.write(into, pulled.files());
    return pulled.leaving(project.reader().leftOut(project.source(address)));
  }

  Pulled pullBaseline(
      String environment,
      Path into,
      String packageName,
      Pulling.@Nullable Check check,
      ExecutorOptions options) {
    requireNewBaseline(environment);
    Path destination = into.resolve(packageName.replace('.', '/'));
    PulledFiles.requireNone(destination, destination.toString());
    Target target = project.target(environment, Access.WRITE);
    Scope known = project.known(List.of());
    Catalog catalog = project.introspect(target, known);
    Pulled pulled =
        new Pulling(project.dialect(), project.planner(), project.reader(), check)
            .pull(catalog, packageName);
    Migration migration =
        adoption()
            .adopt(
                catalog,
                new Executor(target, options),
                connection -> project.requireUnchanged(connection, known, catalog, environment));
    PulledFiles.write(into, pulled.files());
    return pulled.withBaseline(migration.name());
  }

  Updated pullUpdate(String address) {
    var sources = UpdatedSources.of(project.definitionSource());
    Catalog definition = project.definition().catalog();
    Catalog database = project.read(address, List.of(definition)).catalog();
    Updated updated =
        new Updating(
                project.dialect(),
                project.planner(),
                project.reader(),
                project.configuration().root())
            .update(sources, definition, database);
    PulledFiles.write(updated);
    return updated;
  }

  void requireNewBaseline(String environment) {
    if (!project.configuration().environments().containsKey(environment)) {
      throw new SlipwayException(
          WorkspaceError.BASELINE_OF_NO_ENVIRONMENT,
          "A baseline counts as applied in an environment, and "
              + (DatabaseUrl.looksLike(environment) ? "an address" : environment)
              + " is none.",
          "Name the database under environments: in slipway.yml, and pull from that name.");
    }
    adoption().requireNoMigrations();
  }

  private Adoption adoption() {
    return new Adoption(project.dialect(), project.planner(), project.folder(), project.clock());
  }
}
