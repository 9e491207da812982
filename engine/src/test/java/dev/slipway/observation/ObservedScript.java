package dev.slipway.observation;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Engine;
import dev.slipway.catalog.Fingerprint;
import dev.slipway.dialect.Scope;
import dev.slipway.migration.Executor;
import dev.slipway.migration.ExecutorOptions;
import dev.slipway.migration.Manifest;
import dev.slipway.migration.MigrationFolder;
import dev.slipway.migration.MigrationName;
import dev.slipway.migration.Target;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** A script that runs as a migration and is watched meanwhile. */
final class ObservedScript {

  private ObservedScript() {}

  static List<Observed> run(Target target, Scope scope, Path folder, String up, boolean tries) {
    var migrations = new MigrationFolder(folder, target.dialect());
    Fingerprint nothing = Catalog.empty(Engine.POSTGRESQL).fingerprint();
    var manifest = new Manifest(List.of(), nothing, nothing, List.of(), List.of(), "test");
    migrations.write(
        MigrationName.next(Clock.systemUTC(), "case", List.of()),
        new MigrationFolder.Draft(up, "", manifest, Catalog.empty(Engine.POSTGRESQL)));
    var observer =
        tries ? Observer.trying(target.dialect(), scope) : new Observer(target.dialect(), scope);
    var options = ExecutorOptions.defaults().withWitness(observer);
    new Executor(target, options).migrate(migrations.history(), null);
    return observer.observed();
  }
}
