package dev.slipway.pull;

import dev.slipway.schema.model.DefinedEnum;
import java.util.Map;

/**
 * Where an enum type is in Java.
 *
 * @param type the type
 * @param packageName its package
 * @param className its enum, without the package
 * @param constants the constants by the values
 */
record EnumPlace(
    DefinedEnum type, String packageName, String className, Map<String, String> constants) {

  /** The enum with its package. */
  String qualifiedClass() {
    return packageName + "." + className;
  }

  /** The file, relative to the root of the sources. */
  String file() {
    return qualifiedClass().replace('.', '/') + ".java";
  }
}
