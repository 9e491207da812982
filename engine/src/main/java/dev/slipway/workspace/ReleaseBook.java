package dev.slipway.workspace;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Kind;
import dev.slipway.dialect.AppliedMigration;
import dev.slipway.dialect.ReleaseUse;
import dev.slipway.migration.ExecutorOptions;
import dev.slipway.migration.History;
import dev.slipway.migration.LedgerContents;
import dev.slipway.migration.Migration;
import dev.slipway.migration.ReleaseRegister;
import dev.slipway.migration.Target;
import dev.slipway.usage.UsageScan;
import dev.slipway.workspace.EnvironmentGuard.Access;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which releases of applications work with an environment, and what they use of it. */
final class ReleaseBook {

  private final Project project;

  ReleaseBook(Project project) {
    this.project = project;
  }

  /**
   * @param last the migration whose catalog the names are of; null for none
   */
  List<ReleaseUse> usage(List<Path> classes, @Nullable Migration last) {
    return UsageScan.of(
        classes,
        last == null ? Catalog.empty(project.dialect().engine()) : last.readCatalog(),
        project.configuration().classpath(),
        project.reader().classes(project.definitionSource()));
  }

  Workspace.Registered startRelease(
      String environment, String release, List<Path> classes, ExecutorOptions options) {
    ReleaseRegister.requireName(release);
    Target target = project.target(environment, Access.WRITE);
    History history = project.folder().history();
    List<AppliedMigration> applied = LedgerContents.read(target).applied();
    Migration last = applied.isEmpty() ? null : history.find(applied.getLast().name());
    List<ReleaseUse> uses = usage(classes, last == null ? history.head() : last);
    boolean isChanged = new ReleaseRegister(target, options).start(release, uses);
    return new Workspace.Registered(
        isChanged,
        uses.stream().map(use -> use.object().path().subList(0, 2)).distinct().count(),
        uses.stream()
            .map(ReleaseUse::object)
            .filter(object -> object.kind() == Kind.COLUMN)
            .distinct()
            .count());
  }
}
