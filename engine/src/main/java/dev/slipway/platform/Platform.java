package dev.slipway.platform;

import dev.slipway.dialect.Names;
import dev.slipway.dialect.PartitionsOfOthers;
import dev.slipway.dialect.PlatformPrivileges;
import dev.slipway.dialect.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The profile of a hosting platform: what in a database is the platform's, and SQL that stands for
 * it in a database of one's own.
 *
 * <p>What is the platform's is never dropped, never drift and in no plan. Profiles are data: {@code
 * NAME.yml} and {@code NAME.sql} beside this class.
 *
 * @param name how the configuration calls it
 * @param scope what is left out of catalogs
 * @param prelude a script for an empty database
 */
public record Platform(String name, Scope scope, String prelude) {

  /** The platforms that there are. */
  public static final List<String> NAMES = List.of("supabase", "neon", "rds");

  /**
   * Reads a profile.
   *
   * @param name one of {@link #NAMES}
   */
  public static Platform named(String name) {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException("there is no platform " + name);
    }
    Object document =
        new Load(LoadSettings.builder().setLabel(name).build())
            .loadFromString(resource(name + ".yml"));
    if (!(document instanceof Map<?, ?> keys)) {
      throw new IllegalStateException("the profile of " + name + " is no mapping");
    }
    Names schemas = names(keys.get("schemas"));
    var scope =
        new Scope(
            schemas,
            schemas,
            objects(keys.get("objects")),
            names(keys.get("roles")),
            privileges(keys.get("default_privileges")),
            Set.of(),
            Names.none(),
            Set.of(),
            PartitionsOfOthers.none(),
            null,
            names(keys.get("exposed")).patterns());
    return new Platform(name, scope, resource(name + ".sql"));
  }

  /** The names of objects by their kinds in words, as patterns of both. */
  private static Names objects(@Nullable Object node) {
    var patterns = new TreeSet<String>();
    if (node instanceof Map<?, ?> kinds) {
      kinds.forEach(
          (kind, list) -> names(list).patterns().forEach(name -> patterns.add(kind + " " + name)));
    }
    return Names.of(patterns);
  }

  private static Set<PlatformPrivileges> privileges(@Nullable Object node) {
    var all = new HashSet<PlatformPrivileges>();
    if (node instanceof List<?> entries) {
      for (Object entry : entries) {
        if (entry instanceof Map<?, ?> keys) {
          for (String on : names(keys.get("on")).patterns()) {
            for (String role : names(keys.get("to")).patterns()) {
              all.add(new PlatformPrivileges(String.valueOf(keys.get("schema")), on, role));
            }
          }
        }
      }
    }
    return all;
  }

  private static Names names(@Nullable Object node) {
    return node instanceof List<?> list
        ? Names.of(list.stream().map(String::valueOf).toList())
        : Names.none();
  }

  private static String resource(String file) {
    try (InputStream in = Platform.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + file + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
