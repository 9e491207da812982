package dev.slipway.jpa;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What belongs together for a provider of persistence.
 *
 * @param name its name
 * @param classes classes and packages by name
 * @param mappingFiles mapping files, as resources of the class path
 * @param properties its settings
 */
record PersistenceUnit(
    String name, List<String> classes, List<String> mappingFiles, Map<String, String> properties) {

  PersistenceUnit {
    classes = List.copyOf(classes);
    mappingFiles = List.copyOf(mappingFiles);
    properties = new LinkedHashMap<>(properties);
  }
}
