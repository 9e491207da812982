package dev.slipway.jpa;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The settings with which Hibernate writes a script and asks no database. */
final class HibernateProperties {

  /** What a unit says for its run in the application: where the database is, and what is done. */
  private static final List<String> OF_THE_APPLICATION =
      List.of(
          "jakarta.persistence.jdbc.",
          "jakarta.persistence.jtaDataSource",
          "jakarta.persistence.nonJtaDataSource",
          "jakarta.persistence.schema-generation.",
          "jakarta.persistence.sql-load-script-source",
          "javax.persistence.",
          "hibernate.connection.",
          "hibernate.hbm2ddl.",
          "hibernate.cache.",
          "hibernate.transaction.",
          "hibernate.hikari.",
          "hibernate.agroal.",
          "hibernate.c3p0.");

  private HibernateProperties() {}

  /**
   * The settings.
   *
   * @param given what the unit and the configuration say
   * @param postgres the major version of the server that the script is for
   * @param script where the script is written, as JPA takes it (Jakarta Persistence, 8.2.1.9)
   */
  static Map<String, Object> of(Map<String, String> given, int postgres, Object script) {
    Map<String, Object> all = new HashMap<>();
    given.forEach((name, value) -> {
      if (OF_THE_APPLICATION.stream().noneMatch(name::startsWith)) {
        all.put(name, value);
      }
    });
    all.put("jakarta.persistence.schema-generation.database.action", "none");
    all.put("jakarta.persistence.schema-generation.scripts.action", "create");
    all.put("jakarta.persistence.schema-generation.scripts.create-target", script);
    all.put("jakarta.persistence.create-database-schemas", "true");
    if (!all.containsKey("hibernate.dialect")) {
      all.put("jakarta.persistence.database-product-name", "PostgreSQL");
      all.put("jakarta.persistence.database-major-version", String.valueOf(postgres));
      all.put("jakarta.persistence.database-minor-version", "0");
    }
    all.put("hibernate.hbm2ddl.delimiter", ";");
    all.put("hibernate.hbm2ddl.skip_default_import_file", "true");
    all.put("hibernate.boot.allow_jdbc_metadata_access", "false");
    // Before 6.5, that setting was this one.
    all.put("hibernate.temp.use_jdbc_metadata_defaults", "false");
    // A hibernate.properties may say where a database is: no pool of connections is opened to it.
    all.put(
        "hibernate.connection.provider_class",
        "org.hibernate.engine.jdbc.connections.internal.UserSuppliedConnectionProviderImpl");
    return all;
  }
}
