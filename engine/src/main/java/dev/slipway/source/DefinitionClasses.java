package dev.slipway.source;

import dev.slipway.error.SlipwayException;
import dev.slipway.schema.SchemaDefinition;
import dev.slipway.schema.TableDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/**
 * The definition classes of a folder, found by their class files alone: nothing is loaded that is
 * not a definition, so whatever else the application needs may be missing.
 *
 * @param definitions the class files of the concrete definitions by class name, in the order of the
 *     names
 * @param files all class files of the folder by the names of their classes, with slashes
 */
record DefinitionClasses(SortedMap<String, Path> definitions, Map<String, Path> files) {

  private static final Set<String> BASES =
      Stream.of(TableDefinition.class, SchemaDefinition.class)
          .map(base -> base.getName().replace('.', '/'))
          .collect(Collectors.toUnmodifiableSet());

  private record Header(String name, @Nullable String superName, boolean isAbstract, Path file) {}

  /** Reads the headers of a folder's class files. */
  static DefinitionClasses find(Path folder) {
    Map<String, Header> headers = new HashMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
        Header header = read(file);
        headers.put(header.name, header);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new SlipwayException(
          SourceError.UNREADABLE_FILE,
          "The folder " + folder + " can't be read: " + e.getMessage(),
          "Make it readable for the user that runs Slipway.",
          e);
    }
    SortedMap<String, Path> found = new TreeMap<>();
    Map<String, Path> all = new HashMap<>();
    for (Header header : headers.values()) {
      all.put(header.name, header.file);
      if (!header.isAbstract && isDefinition(header, headers)) {
        found.put(header.name.replace('/', '.'), header.file);
      }
    }
    return new DefinitionClasses(found, all);
  }

  private static boolean isDefinition(Header header, Map<String, Header> headers) {
    List<String> seen = new ArrayList<>();
    String above = header.superName;
    while (above != null && !seen.contains(above)) {
      if (BASES.contains(above)) {
        return true;
      }
      seen.add(above);
      Header next = headers.get(above);
      above = next == null ? null : next.superName;
    }
    return false;
  }

  private static Header read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      var reader = new ClassReader(in);
      boolean isAbstract = (reader.getAccess() & Opcodes.ACC_ABSTRACT) != 0;
      return new Header(reader.getClassName(), reader.getSuperName(), isAbstract, file);
    } catch (IllegalArgumentException e) {
      throw new SlipwayException(
          SourceError.DEFINITION_NOT_LOADABLE,
          "The class file " + file + " is of a version that is not known, or damaged.",
          "Compile it with a supported release of Java, 21 to 25.",
          e);
    }
  }
}
