package dev.slipway.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The JUnit extension behind {@link SlipwayTest}, to be registered by itself where an annotation
 * says too little.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final SlipwayExtension DATABASE =
 *     SlipwayExtension.prepared(database -> loadFixtures(database.dsl()));
 * }</pre>
 *
 * <p>One embedded server for each version of PostgreSQL serves all tests of a run and ends with it.
 * Immutable; tests may run in parallel.
 */
public final class SlipwayExtension implements ParameterResolver, AfterEachCallback {

  private static final Namespace NAMESPACE = Namespace.create(SlipwayExtension.class);
  private static final List<Class<?>> TYPES =
      List.of(SlipwayDatabase.class, Connection.class, DataSource.class, DSLContext.class);

  private final @Nullable DatabasePreparation preparation;
  private final int postgres;

  /** For {@link SlipwayTest}, whose values it reads. */
  public SlipwayExtension() {
    this(null, 0);
  }

  private SlipwayExtension(@Nullable DatabasePreparation preparation, int postgres) {
    this.preparation = preparation;
    this.postgres = postgres;
  }

  /** An extension whose databases are prepared like this. */
  public static SlipwayExtension prepared(DatabasePreparation preparation) {
    return new SlipwayExtension(preparation, 0);
  }

  /** The same on another major version of PostgreSQL, 15 to 18. */
  public SlipwayExtension postgres(int version) {
    return new SlipwayExtension(preparation, version);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return TYPES.contains(parameter.getParameter().getType()) || isUrl(parameter);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    if (context.getTestMethod().isEmpty()) {
      throw new ParameterResolutionException(
          "A database belongs to one test: make it a parameter of the test, or of a @BeforeEach or"
              + " @AfterEach method.");
    }
    TestCopy test = database(context);
    Class<?> type = parameter.getParameter().getType();
    if (type == Connection.class) {
      return connection(test);
    } else if (type == DataSource.class) {
      return test.database().dataSource();
    } else if (type == DSLContext.class) {
      return test.database().dsl();
    } else if (type == String.class) {
      return test.database().jdbcUrl();
    }
    return test.database();
  }

  @Override
  public void afterEach(ExtensionContext context) throws SQLException {
    TestCopy test = store(context).remove(TestCopy.class, TestCopy.class);
    if (test != null) {
      test.close();
    }
  }

  private static Connection connection(TestCopy test) {
    try {
      return test.connection();
    } catch (SQLException e) {
      throw new ParameterResolutionException("no connection to the database of the test", e);
    }
  }

  private static boolean isUrl(ParameterContext parameter) {
    return parameter.isAnnotated(JdbcUrl.class)
        && parameter.getParameter().getType() == String.class;
  }

  private TestCopy database(ExtensionContext context) {
    TestCopy known = store(context).get(TestCopy.class, TestCopy.class);
    if (known != null) {
      return known;
    }
    SlipwayTest annotation = annotation(context);
    DatabasePreparation chosen = preparation == null ? preparation(annotation) : preparation;
    int version =
        postgres != 0
            ? postgres
            : annotation != null && annotation.postgres() != 0
                ? annotation.postgres()
                : chosen.postgres();
    TestCopy made = new TestCopy(servers(context), chosen, version);
    store(context).put(TestCopy.class, made);
    return made;
  }

  private static ExtensionContext.Store store(ExtensionContext context) {
    return context.getStore(NAMESPACE);
  }

  /** The servers lie in the store of the whole run, which closes them at its end. */
  private static TestServers servers(ExtensionContext context) {
    ExtensionContext.Store run = context.getRoot().getStore(NAMESPACE);
    synchronized (SlipwayExtension.class) {
      TestServers servers = run.get(TestServers.class, TestServers.class);
      if (servers == null) {
        servers = new TestServers();
        run.put(TestServers.class, servers);
      }
      return servers;
    }
  }

  /** The method's own, else that of the class or of a class around it. */
  private static @Nullable SlipwayTest annotation(ExtensionContext context) {
    for (ExtensionContext at = context; at != null; at = at.getParent().orElse(null)) {
      SlipwayTest found =
          AnnotationSupport.findAnnotation(at.getElement(), SlipwayTest.class).orElse(null);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static DatabasePreparation preparation(@Nullable SlipwayTest annotation) {
    if (annotation == null) {
      return new ProjectMigrations();
    }
    DatabasePreparation preparation = new NamedPreparation(annotation.preparation());
    for (String script : annotation.scripts()) {
      preparation = preparation.then(new ResourceScript(script));
    }
    return preparation;
  }
}
