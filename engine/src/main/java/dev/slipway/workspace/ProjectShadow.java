package dev.slipway.workspace;

import dev.slipway.config.AllowedObject;
import dev.slipway.config.Configuration;
import dev.slipway.dialect.Compared;
import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.Names;
import dev.slipway.dialect.Scope;
import dev.slipway.dialect.Script;
import dev.slipway.dialect.Watcher;
import dev.slipway.platform.Platform;
import dev.slipway.shadow.DeferredShadow;
import dev.slipway.shadow.EmbeddedShadow;
import dev.slipway.shadow.SeparateShadow;
import dev.slipway.shadow.Shadow;
import dev.slipway.source.Elaborations;
import dev.slipway.source.SourceReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shadow of a project, opened as its configuration says when it is first needed: with what its
 * platform and its prelude provide. Not thread-safe.
 */
final class ProjectShadow implements AutoCloseable {

  private final Configuration configuration;
  private final Dialect dialect;
  private final Watcher watcher;
  private @Nullable Shadow shadow;
  private @Nullable List<Script> prelude;
  private @Nullable Elaborations elaborations;

  ProjectShadow(Configuration configuration, Dialect dialect, Watcher watcher) {
    this.configuration = configuration;
    this.dialect = dialect;
    this.watcher = watcher;
  }

  /** What definitions were made of before. */
  Elaborations elaborations() {
    Elaborations known = elaborations;
    if (known == null) {
      known = ElaborationContext.elaborations(configuration, prelude());
      elaborations = known;
    }
    return known;
  }

  /** Whether the roles of the cluster are compared too. */
  boolean comparesRoles() {
    return configuration.compare().contains(Compared.ROLES);
  }

  /** Where sources are loaded and plans are proved; its server starts when it is first asked. */
  Shadow shadow() {
    Shadow open = shadow;
    if (open == null) {
      open =
          new DeferredShadow(
              prelude().isEmpty() && !comparesRoles() ? scope() : null, this::openShadow, watcher);
      shadow = open;
    }
    return open;
  }

  private Shadow openShadow() {
    return comparesRoles()
        ? SeparateShadow.open(dialect, configuration.postgres(), prelude(), scope())
        : EmbeddedShadow.open(dialect, configuration.postgres(), prelude(), scope());
  }

  /** What every catalog of this project leaves out, beside what the prelude creates. */
  private Scope scope() {
    Platform platform = platform();
    Scope scope = platform == null ? Scope.all() : platform.scope();
    List<String> exposed = configuration.exposed();
    return (exposed == null ? scope : scope.exposing(exposed))
        .allowing(
            Names.of(configuration.allowedObjects().stream().map(AllowedObject::object).toList()))
        .comparing(configuration.compare())
        .leavingPartitionsOf(Names.of(configuration.partitionsOfOthers()));
  }

  private @Nullable Platform platform() {
    return configuration.platform() == null ? null : Platform.named(configuration.platform());
  }

  /** What every database of the project holds before its own schema. */
  List<Script> prelude() {
    List<Script> known = prelude;
    if (known == null) {
      known = new ArrayList<>();
      Platform platform = platform();
      if (platform != null) {
        known.add(
            new Script("the profile of " + platform.name(), dialect.split(platform.prelude())));
      }
      for (Path file : configuration.prelude()) {
        known.addAll(SourceReader.scripts(dialect, file, configuration.root()));
      }
      prelude = known;
    }
    return known;
  }

  @Override
  public void close() {
    if (elaborations != null) {
      elaborations.await();
    }
    if (shadow != null) {
      shadow.close();
    }
  }
}
