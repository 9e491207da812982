package dev.slipway.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The application of the project: a class of it that queries its typed tables. */
final class Application {

  private static final String CLASS = "dev.slipway.examples.connect.Conversation";
  private static final String METHOD = "last";

  /** jOOQ warns of a server that is older than the newest it knows; the demo's is on purpose. */
  private static final Logger JOOQ = Logger.getLogger("org.jooq");

  private final Path classes;

  /**
   * @param classes where the compiled classes of the project are
   */
  Application(Path classes) {
    this.classes = classes;
  }

  /** The last messages of a chat, each as its record prints. */
  List<String> last(Connection connection, String chat, int count) {
    JOOQ.setLevel(Level.SEVERE);
    try (var loader =
        new URLClassLoader(new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
      Object lines =
          loader
              .loadClass(CLASS)
              .getMethod(METHOD, Connection.class, String.class, int.class)
              .invoke(null, connection, chat, count);
      return ((List<?>) lines).stream().map(Object::toString).toList();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(CLASS + " can't be called", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
