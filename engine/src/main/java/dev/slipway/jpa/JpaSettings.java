package dev.slipway.jpa;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a configuration says about entities, beside where they are.
 *
 * @param unit the persistence unit of {@code META-INF/persistence.xml} that is meant; null for the
 *     only one
 * @param naming how tables and columns are named that have no name of their own; null for Spring's
 *     where Spring Boot is on the class path, else as JPA says
 * @param properties settings of Hibernate
 */
public record JpaSettings(
    @Nullable String unit, @Nullable Naming naming, Map<String, String> properties) {

  /** Who names what has no name of its own. */
  public enum Naming {
    /** Hibernate as it is: names as in Java. */
    JPA,
    /** As Spring Boot sets Hibernate up: lower case, words parted by underscores. */
    SPRING
  }

  /** Copies the properties; they keep their order. */
  public JpaSettings {
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
  }

  /** Nothing is said. */
  public static JpaSettings none() {
    return new JpaSettings(null, null, Map.of());
  }
}
