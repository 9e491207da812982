package dev.slipway.pull;

import dev.slipway.schema.model.DefinedSchema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where what a schema has beside tables is in Java.
 *
 * @param schema the schema
 * @param packageName the package of its class
 * @param className its class, without the package
 * @param constant the constant of that class that holds it
 * @param domains the fields of its domains by the domains' names
 * @param sequences the fields of its sequences by the sequences' names
 */
record SchemaPlace(
    DefinedSchema schema,
    String packageName,
    String className,
    String constant,
    Map<String, String> domains,
    Map<String, String> sequences) {

  /** The place of a schema that has nothing beside tables. */
  static SchemaPlace empty(
      @Nullable String name, String packageName, String className, String constant) {
    var schema =
        new DefinedSchema(
            name, null, null, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
            List.of());
    return new SchemaPlace(schema, packageName, className, constant, Map.of(), Map.of());
  }

  /** The class with its package. */
  String qualifiedClass() {
    return packageName + "." + className;
  }

  /** The file, relative to the root of the sources. */
  String file() {
    return qualifiedClass().replace('.', '/') + ".java";
  }

  /** The field of a domain. */
  String domain(String name) {
    return Objects.requireNonNull(domains.get(name), () -> name + " is no domain");
  }

  /** The field of a sequence. */
  String sequence(String name) {
    return Objects.requireNonNull(sequences.get(name), () -> name + " is no sequence");
  }
}
