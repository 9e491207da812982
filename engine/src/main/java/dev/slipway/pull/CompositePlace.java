package dev.slipway.pull;

import dev.slipway.schema.model.DefinedComposite;
import java.util.Map;

/**
 * Where a composite type is in Java.
 *
 * @param type the type
 * @param packageName its package
 * @param className its record, without the package
 * @param components the components by the attributes' names
 */
record CompositePlace(
    DefinedComposite type, String packageName, String className, Map<String, String> components) {

  /** The record with its package. */
  String qualifiedClass() {
    return packageName + "." + className;
  }

  /** The file, relative to the root of the sources. */
  String file() {
    return qualifiedClass().replace('.', '/') + ".java";
  }
}
