package dev.slipway.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class or method whose database parameters are a PostgreSQL database of the test's own.
 *
 * <pre>{@code
 * @SlipwayTest
 * class TodoTest {
 *   @Test
 *   void should_start_open(DSLContext db) {
 *     db.insertInto(TODO, TODO.text).values("buy milk").execute();
 *     assertThat(db.fetchCount(TODO, TODO.completed.isTrue())).isZero();
 *   }
 * }
 * }</pre>
 *
 * <p>The database is a copy of a template that is prepared once in a process. A parameter may be a
 * {@link SlipwayDatabase}, a {@link java.sql.Connection}, a {@link javax.sql.DataSource}, a {@link
 * org.jooq.DSLContext}, or a {@code String} with {@link JdbcUrl}; all parameters of one test and of
 * its {@code @BeforeEach} and {@code @AfterEach} methods are the same database.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@ExtendWith(SlipwayExtension.class)
public @interface SlipwayTest {

  /**
   * What is done to the template first: by default, what the nearest {@code slipway.yml} says. The
   * class has a constructor without parameters.
   */
  Class<? extends DatabasePreparation> preparation() default ProjectMigrations.class;

  /** SQL files of the class path, such as {@code seed.sql}, that run after it, in their order. */
  String[] scripts() default {};

  /** The major version of PostgreSQL, 15 to 18; 0 leaves it to the preparation. */
  int postgres() default 0;
}
