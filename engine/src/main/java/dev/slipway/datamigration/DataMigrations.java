package dev.slipway.datamigration;

import dev.slipway.error.SlipwayException;
import dev.slipway.migration.BatchWork;
import dev.slipway.migration.BatchWorks;
import dev.slipway.migration.MigrationError;
import dev.slipway.schema.DataMigration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URLClassLoader;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The classes that migrations hand rows to. Start here.
 *
 * <p>Nothing is compiled or loaded before a migration that names a class is to be run. Thread-safe.
 */
public final class DataMigrations implements BatchWorks, AutoCloseable {

  private static final String NEXT =
      "Write a class with a constructor without parameters that implements "
          + DataMigration.class.getName()
          + ", and keep it as long as a migration names it.";

  private final Supplier<URLClassLoader> opener;
  private @Nullable URLClassLoader loader;

  /**
   * @param opener opens the loader of the project's classes, which this closes
   */
  public DataMigrations(Supplier<URLClassLoader> opener) {
    this.opener = opener;
  }

  @Override
  public synchronized BatchWork find(String className) {
    if (loader == null) {
      loader = opener.get();
    }
    try {
      Class<?> type = Class.forName(className, true, loader);
      if (!DataMigration.class.isAssignableFrom(type)) {
        throw refused(
            "The class " + className + " does not implement " + DataMigration.class.getName() + ".",
            null);
      }
      var constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return new HandedRows((DataMigration) constructor.newInstance());
    } catch (ClassNotFoundException e) {
      throw refused(
          "There is no class " + className + " beside the definition or on the class path.", e);
    } catch (NoSuchMethodException | InstantiationException e) {
      throw refused(
          "No object can be made of the class "
              + className
              + ": it is abstract, or has no constructor without parameters.",
          e);
    } catch (InvocationTargetException e) {
      throw refused("The constructor of " + className + " failed: " + e.getCause() + ".", e);
    } catch (LinkageError e) {
      throw refused("The class " + className + " can't be loaded: " + e + ".", e);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("it was made accessible", e);
    }
  }

  private static SlipwayException refused(String what, @Nullable Throwable cause) {
    return new SlipwayException(MigrationError.DATA_MIGRATION_CLASS, what, NEXT, cause);
  }

  @Override
  public synchronized void close() {
    if (loader != null) {
      try {
        loader.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      loader = null;
    }
  }
}
