package dev.slipway.pull;

import dev.slipway.schema.model.DefinedTable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a table is in Java.
 *
 * @param table the table
 * @param packageName its package
 * @param className its class, without the package
 * @param constant the constant of that class that holds it
 * @param fields the fields of its columns by the columns' names
 */
record Place(
    DefinedTable table,
    String packageName,
    String className,
    String constant,
    Map<String, String> fields) {

  /** The class with its package. */
  String qualifiedClass() {
    return packageName + "." + className;
  }

  /** The file, relative to the root of the sources. */
  String file() {
    return qualifiedClass().replace('.', '/') + ".java";
  }

  /** The field of a column. */
  String field(String column) {
    @Nullable String field = fields.get(column);
    if (field == null) {
      throw new IllegalStateException(table.name() + " has no column " + column);
    }
    return field;
  }

  /** The constant as another class names it, whose file imports it. */
  String constantFor(Place user, SourceText file) {
    if (!qualifiedClass().equals(user.qualifiedClass())) {
      file.useStatic(qualifiedClass() + "." + constant);
    }
    return constant;
  }
}
