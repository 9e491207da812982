package dev.slipway.source;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.compiler.CompiledClasses;
import dev.slipway.compiler.SourceFolder;
import dev.slipway.error.SlipwayException;
import dev.slipway.schema.DefinitionError;
import dev.slipway.schema.SchemaDefinition;
import dev.slipway.schema.TableDefinition;
import dev.slipway.schema.model.DefinedForeignKey;
import dev.slipway.schema.model.DefinedSchema;
import dev.slipway.schema.model.DefinedTable;
import dev.slipway.schema.model.Definition;
import dev.slipway.schema.model.QualifiedName;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The definition in a folder of compiled classes: each concrete class that extends {@link
 * TableDefinition} or {@link SchemaDefinition} and has itself as a static field, and the {@code
 * .sql} files of the packages that hold one.
 *
 * @param folder the folder of class files
 * @param classPath further jars and folders that the classes need
 * @param classes the definition classes of the folder, none of them loaded yet
 * @param sqlFiles the managed SQL objects' files in the order of their paths
 */
record JavaDefinition(
    Path folder, List<Path> classPath, DefinitionClasses classes, List<Path> sqlFiles) {

  /**
   * Finds the definition.
   *
   * @param folder the folder of class files
   * @param classPath further jars and folders that the classes need
   */
  static JavaDefinition find(Path folder, List<Path> classPath) {
    if (!Files.isDirectory(folder)) {
      throw new SlipwayException(
          SourceError.SOURCE_MISSING,
          "The folder of compiled schema classes does not exist: " + folder,
          "Compile the project first (mvn compile), or correct `schema:` in slipway.yml.");
    }
    DefinitionClasses classes = DefinitionClasses.find(folder);
    demandAny(folder, classes);
    return new JavaDefinition(folder, classPath, classes, sqlFiles(classes.definitions()));
  }

  /**
   * Compiles and finds the definition in a folder of sources: its classes, and all {@code .sql}
   * files below it.
   *
   * @param sources the folder
   * @param classPath further jars and folders that the classes need
   * @param directory the folder of the project
   */
  static JavaDefinition compile(Path sources, List<Path> classPath, Path directory) {
    SourceFolder files = SourceFolder.at(sources);
    Path folder = new CompiledClasses(directory).of(files, classPath);
    DefinitionClasses classes = DefinitionClasses.find(folder);
    if (files.sql().isEmpty()) {
      demandAny(folder, classes);
    }
    return new JavaDefinition(folder, classPath, classes, files.sql());
  }

  private static void demandAny(Path folder, DefinitionClasses classes) {
    if (classes.definitions().isEmpty()) {
      throw new SlipwayException(
          SourceError.SOURCE_EMPTY,
          "No class below " + folder + " extends " + TableDefinition.class.getName() + ".",
          "Compile the schema classes into this folder, or correct `schema:` in slipway.yml.");
    }
  }

  /** Loads the classes: what they define, in the order of their names. */
  Definition load() {
    List<DefinedTable> tables = new ArrayList<>();
    List<String> definedBy = new ArrayList<>();
    List<DefinedSchema> schemas = new ArrayList<>();
    try (var loader =
        new DefinitionLoader(urls(folder, classPath), TableDefinition.class.getClassLoader())) {
      for (String name : classes.definitions().keySet()) {
        switch (constant(name, loader)) {
          case TableDefinition table -> {
            tables.add(table.definition());
            definedBy.add(name);
          }
          case SchemaDefinition schema -> schemas.add(schema.definition());
          default -> throw new IllegalStateException(name + " is no definition");
        }
      }
    } catch (IOException e) {
      throw new SlipwayException(
          SourceError.UNREADABLE_FILE,
          "The classes below " + folder + " can't be read: " + e.getMessage(),
          "Make them readable for the user that runs Slipway.",
          e);
    }
    demandDistinct(tables, definedBy);
    demandTargets(tables);
    return new Definition(schemas, tables);
  }

  static URL[] urls(Path folder, List<Path> classPath) {
    return urls(Stream.concat(Stream.of(folder), classPath.stream()).toList());
  }

  static URL[] urls(List<Path> places) {
    try {
      List<URL> urls = new ArrayList<>();
      for (Path place : places) {
        urls.add(place.toUri().toURL());
      }
      return urls.toArray(URL[]::new);
    } catch (MalformedURLException e) {
      throw new IllegalStateException("a path has no URL", e);
    }
  }

  static Object constant(String name, ClassLoader loader) {
    try {
      Class<?> type = Class.forName(name, true, loader);
      for (Field field : type.getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers()) && field.getType() == type) {
          field.setAccessible(true);
          Object value = field.get(null);
          if (value != null) {
            return value;
          }
        }
      }
    } catch (LinkageError e) {
      throw DefinitionError.unwrap(name, e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("reading a static field of " + name + " failed", e);
    }
    throw new SlipwayException(
        SourceError.DEFINITION_NOT_LOADABLE,
        "The class " + name + " has no static field that holds its only object.",
        "Add one: public static final "
            + name.substring(name.lastIndexOf('.') + 1)
            + " TABLE = new "
            + name.substring(name.lastIndexOf('.') + 1)
            + "();");
  }

  private static void demandDistinct(List<DefinedTable> tables, List<String> classes) {
    Map<ObjectId, String> known = new HashMap<>();
    for (int i = 0; i < tables.size(); i++) {
      ObjectId id = id(tables.get(i).name());
      String other = known.put(id, classes.get(i));
      if (other != null) {
        throw new SlipwayException(
            SourceError.TABLE_DEFINED_TWICE,
            "The " + id + " is defined twice: by " + other + " and by " + classes.get(i) + ".",
            "Give one of them another name, or another schema.");
      }
    }
  }

  private static void demandTargets(List<DefinedTable> tables) {
    Set<ObjectId> known = new LinkedHashSet<>();
    tables.forEach(table -> known.add(id(table.name())));
    for (DefinedTable table : tables) {
      for (DefinedForeignKey key : table.foreignKeys()) {
        if (!key.targetElsewhere() && !known.contains(id(key.target()))) {
          throw new SlipwayException(
              SourceError.FOREIGN_KEY_TO_NOTHING,
              "The foreign key of table "
                  + table.name()
                  + " ("
                  + String.join(", ", key.columns())
                  + ") points at table "
                  + key.target()
                  + ", which no class of the definition defines.",
              "Compile that table's class into the same folder.");
        }
      }
    }
  }

  private static List<Path> sqlFiles(Map<String, Path> classes) {
    Set<Path> packages = new LinkedHashSet<>();
    classes.values().forEach(file -> packages.add(file.toAbsolutePath().getParent()));
    List<Path> found = new ArrayList<>();
    for (Path folder : packages) {
      try (Stream<Path> files = Files.list(folder)) {
        files.filter(file -> file.toString().endsWith(".sql")).sorted().forEach(found::add);
      } catch (IOException e) {
        throw SqlFile.unreadable(folder, e);
      }
    }
    return found;
  }

  static ObjectId id(QualifiedName name) {
    return DefinedRenames.id(Kind.TABLE, name);
  }
}
