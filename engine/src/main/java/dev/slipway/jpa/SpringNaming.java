package dev.slipway.jpa;

import dev.slipway.error.SlipwayException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How Spring Boot has Hibernate name what has no name of its own. */
final class SpringNaming {

  private static final String IMPLICIT = "hibernate.implicit_naming_strategy";
  private static final String PHYSICAL = "hibernate.physical_naming_strategy";

  /** Since Spring Boot 4, and before. */
  private static final List<String> IMPLICIT_CLASSES =
      List.of(
          "org.springframework.boot.hibernate.SpringImplicitNamingStrategy",
          "org.springframework.boot.orm.jpa.hibernate.SpringImplicitNamingStrategy");

  private static final String PHYSICAL_CLASS =
      "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy";

  private SpringNaming() {}

  /** Adds the strategies where they are wanted, or Spring Boot is there; what is set stays. */
  static void add(
      JpaSettings.@Nullable Naming naming, ClassLoader loader, Map<String, String> properties) {
    if (naming == JpaSettings.Naming.JPA) {
      return;
    }
    String implicit =
        IMPLICIT_CLASSES.stream().filter(name -> isThere(name, loader)).findFirst().orElse(null);
    if (implicit != null) {
      properties.putIfAbsent(IMPLICIT, implicit);
      properties.putIfAbsent(PHYSICAL, PHYSICAL_CLASS);
    } else if (naming == JpaSettings.Naming.SPRING) {
      throw new SlipwayException(
          JpaError.NAMING_MISSING,
          "The names of tables shall be Spring's, and Spring Boot is not on the class path.",
          "Add its jars to `classpath:` in slipway.yml, or name a strategy of your own as"
              + " "
              + PHYSICAL
              + " under `jpa: properties:`.");
    }
  }

  private static boolean isThere(String name, ClassLoader loader) {
    return loader.getResource(name.replace('.', '/') + ".class") != null;
  }
}
