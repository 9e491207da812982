package dev.slipway.source;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.error.SlipwayException;
import dev.slipway.schema.Column;
import dev.slipway.schema.ColumnGroup;
import dev.slipway.schema.TableDefinition;
import dev.slipway.schema.model.DefinedTable;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The table classes of a folder of compiled classes, loaded for what their fields are called. */
public final class DefinedClasses {

  private DefinedClasses() {}

  /**
   * Loads them.
   *
   * @param folder the folder
   * @param classPath further jars and folders that the classes need
   * @return one for each concrete class; often none, where the folder holds no definition
   * @throws SlipwayException when one can't be loaded
   */
  public static List<DefinedClass> load(Path folder, List<Path> classPath) {
    DefinitionClasses classes = DefinitionClasses.find(folder);
    List<DefinedClass> found = new ArrayList<>();
    try (var loader =
        new DefinitionLoader(
            JavaDefinition.urls(folder, classPath), TableDefinition.class.getClassLoader())) {
      for (String name : classes.definitions().keySet()) {
        if (JavaDefinition.constant(name, loader) instanceof TableDefinition table) {
          found.add(read(table));
        }
      }
    } catch (IOException e) {
      throw new SlipwayException(
          SourceError.UNREADABLE_FILE,
          "The classes below " + folder + " can't be read: " + e.getMessage(),
          "Make them readable for the user that runs Slipway.",
          e);
    }
    return found;
  }

  private static DefinedClass read(TableDefinition table) {
    DefinedTable defined = table.definition();
    ObjectId id = JavaDefinition.id(defined.name());
    Map<String, Set<ObjectId>> columns = new HashMap<>();
    Set<String> groups = new HashSet<>();
    read(table, id, columns, groups);
    return new DefinedClass(table.getClass().getName(), id, columns, groups);
  }

  private static void read(
      Object owner, ObjectId table, Map<String, Set<ObjectId>> columns, Set<String> groups) {
    List<String> classes = new ArrayList<>();
    for (Class<?> type = owner.getClass();
        type != null && type != TableDefinition.class && type != ColumnGroup.class;
        type = type.getSuperclass()) {
      classes.add(type.getName());
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          Object value = value(field, owner);
          if (value instanceof Column<?> column) {
            ObjectId id = ObjectId.of(Kind.COLUMN, table.schema(), table.name(), column.getName());
            classes.forEach(name ->
                columns
                    .computeIfAbsent(name + "." + field.getName(), key -> new HashSet<>())
                    .add(id));
          } else if (value instanceof ColumnGroup group) {
            groups.add(group.getClass().getName());
            read(group, table, columns, groups);
          }
        }
      }
    }
  }

  private static @Nullable Object value(Field field, Object owner) {
    if (!Column.class.isAssignableFrom(field.getType())
        && !ColumnGroup.class.isAssignableFrom(field.getType())) {
      return null;
    }
    try {
      field.setAccessible(true);
      return field.get(owner);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("reading the field " + field + " failed", e);
    }
  }
}
