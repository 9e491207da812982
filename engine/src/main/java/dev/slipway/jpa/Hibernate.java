package dev.slipway.jpa;

import dev.slipway.error.SlipwayException;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The Hibernate of a class path, asked by JPA's own means alone: {@code
 * PersistenceProvider.generateSchema} writes the script that creates everything of a unit.
 */
final class Hibernate {

  private static final String INFO = "jakarta.persistence.spi.PersistenceUnitInfo";
  private static final String PROVIDER = "org.hibernate.jpa.HibernatePersistenceProvider";

  /** What says no more than that its cause happened. */
  private static final Set<String> WRAPPERS =
      Set.of(
          "jakarta.persistence.PersistenceException",
          InvocationTargetException.class.getName(),
          TypeNotPresentException.class.getName());

  private final ClassLoader loader;
  private final Class<?> info;
  private final Class<?> provider;

  /**
   * @param loader the class path with the entities
   * @param place what the class path is, for messages
   */
  Hibernate(ClassLoader loader, String place) {
    this.loader = loader;
    try {
      this.info = Class.forName(INFO, false, loader);
      this.provider = Class.forName(PROVIDER, false, loader);
    } catch (ClassNotFoundException | LinkageError e) {
      throw new SlipwayException(
          JpaError.NO_HIBERNATE,
          "There is no Hibernate of version 6 or later on the class path of the entities: "
              + place
              + ".",
          "Put Hibernate and what it needs under `classpath:` in slipway.yml, such as"
              + " target/lib/* after `mvn dependency:copy-dependencies"
              + " -DoutputDirectory=target/lib`.",
          e);
    }
  }

  /** The script that creates what a unit needs. */
  String script(PersistenceUnit unit, Map<String, String> properties, int postgres) {
    var script = new StringWriter();
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    var quiet = new Quiet();
    try {
      Object asked =
          Proxy.newProxyInstance(loader, new Class<?>[] {info}, new UnitInfo(unit, loader));
      provider
          .getMethod("generateSchema", info, Map.class)
          .invoke(
              provider.getConstructor().newInstance(),
              asked,
              HibernateProperties.of(properties, postgres, script));
    } catch (InvocationTargetException e) {
      throw refused(e.getCause() == null ? e : e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Hibernate's entry is not what JPA says", e);
    } finally {
      quiet.end();
      thread.setContextClassLoader(before);
    }
    return script.toString();
  }

  private static SlipwayException refused(Throwable failure) {
    List<String> sentences = new ArrayList<>();
    for (Throwable at = failure; at != null; at = at.getCause()) {
      String said = at.getMessage();
      Throwable cause = at.getCause();
      if (cause != null
          && (WRAPPERS.contains(at.getClass().getName()) || cause.toString().equals(said))) {
        continue;
      }
      String sentence =
          at instanceof ClassNotFoundException || at instanceof LinkageError
              ? at.getClass().getSimpleName() + ": " + said
              : said == null ? at.getClass().getName() : said;
      if (sentences.stream().noneMatch(known -> known.contains(sentence))) {
        sentences.add(sentence);
      }
    }
    return new SlipwayException(
        JpaError.MAPPING_REFUSED,
        "Hibernate refuses the entities: " + String.join("\n  because: ", sentences),
        "Mend what it names: an entity, a setting under `jpa:`, or a jar that `classpath:` lacks.",
        failure);
  }
}
