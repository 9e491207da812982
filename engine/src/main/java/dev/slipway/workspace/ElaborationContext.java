package dev.slipway.workspace;

import dev.slipway.config.AllowedObject;
import dev.slipway.config.Configuration;
import dev.slipway.dialect.Script;
import dev.slipway.dialect.ScriptStatement;
import dev.slipway.embedded.EmbeddedPostgres;
import dev.slipway.schema.TableDefinition;
import dev.slipway.source.Elaborations;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * What decides on the catalog of a definition beside the definition itself: each setting of which
 * {@link Workspace} makes its scope.
 */
final class ElaborationContext {

  /** Below the project's root; {@code .slipway/} is ignored by git. */
  private static final String FOLDER = ".slipway/cache/catalogs";

  private ElaborationContext() {}

  /**
   * What was elaborated before in a project. While the program's classes are not in a jar, as in
   * its own tests, nothing tells one build from another, and nothing is remembered.
   */
  static Elaborations elaborations(Configuration configuration, List<Script> prelude) {
    List<String> context = new ArrayList<>();
    for (Class<?> each : List.of(ElaborationContext.class, TableDefinition.class, DSL.class)) {
      String build = build(each);
      if (build == null) {
        return Elaborations.none();
      }
      context.add(build);
    }
    context.add(EmbeddedPostgres.release(configuration.postgres()));
    context.add(String.valueOf(configuration.platform()));
    context.add(configuration.compare().stream().sorted().toList().toString());
    context.add(
        configuration.allowedObjects().stream()
            .map(AllowedObject::object)
            .sorted()
            .toList()
            .toString());
    context.add(configuration.partitionsOfOthers().stream().sorted().toList().toString());
    for (Script script : prelude) {
      script.statements().stream().map(ScriptStatement::sql).forEach(context::add);
    }
    return Elaborations.in(configuration.root().resolve(FOLDER), context);
  }

  private static @Nullable String build(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    try {
      Path jar = source == null ? null : Path.of(source.getLocation().toURI());
      return jar == null || !Files.isRegularFile(jar)
          ? null
          : jar + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar);
    } catch (URISyntaxException | IOException e) {
      return null;
    }
  }
}
