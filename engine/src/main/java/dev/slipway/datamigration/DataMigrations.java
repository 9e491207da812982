package dev.slipway.datamigration;

import dev.slipway.error.SlipwayException;
import dev.slipway.migration.BatchWork;
import dev.slipway.migration.BatchWorks;
import dev.slipway.migration.MigrationError;
import dev.slipway.schema.DataMigration;
import dev.slipway.schema.Seed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URLClassLoader;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The classes that migrations hand rows to, and those that write seeds. Start here.
 *
 * <p>Nothing is compiled or loaded before a migration or a seed that names a class is to be run.
 * Thread-safe.
 */
public final class DataMigrations implements BatchWorks, AutoCloseable {

  private final Supplier<URLClassLoader> opener;
  private @Nullable URLClassLoader loader;

  /**
   * @param opener opens the loader of the project's classes, which this closes
   */
  public DataMigrations(Supplier<URLClassLoader> opener) {
    this.opener = opener;
  }

  @Override
  public BatchWork find(String className) {
    return new HandedRows(
        make(className, DataMigration.class, MigrationError.DATA_MIGRATION_CLASS));
  }

  /**
   * A class that writes the rows of a seed.
   *
   * @param className its name
   * @throws SlipwayException when there is none, or it is no {@link Seed}
   */
  public SeedClass seed(String className) {
    Seed seed = make(className, Seed.class, MigrationError.SEED_CLASS);
    String file = className.replace('.', '/') + ".class";
    try (InputStream in = seed.getClass().getClassLoader().getResourceAsStream(file)) {
      byte[] code = in == null ? new byte[0] : in.readAllBytes();
      return new SeedClass(
          seed, HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(code)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private synchronized <T> T make(String className, Class<T> kind, MigrationError code) {
    if (loader == null) {
      loader = opener.get();
    }
    try {
      Class<?> type = Class.forName(className, true, loader);
      if (!kind.isAssignableFrom(type)) {
        throw refused(
            code,
            kind,
            "The class " + className + " does not implement " + kind.getName() + ".",
            null);
      }
      var constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return kind.cast(constructor.newInstance());
    } catch (ClassNotFoundException e) {
      throw refused(
          code,
          kind,
          "There is no class " + className + " beside the definition or on the class path.",
          e);
    } catch (NoSuchMethodException | InstantiationException e) {
      throw refused(
          code,
          kind,
          "No object can be made of the class "
              + className
              + ": it is abstract, or has no constructor without parameters.",
          e);
    } catch (InvocationTargetException e) {
      throw refused(
          code, kind, "The constructor of " + className + " failed: " + e.getCause() + ".", e);
    } catch (LinkageError e) {
      throw refused(code, kind, "The class " + className + " can't be loaded: " + e + ".", e);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("it was made accessible", e);
    }
  }

  private static SlipwayException refused(
      MigrationError code, Class<?> kind, String what, @Nullable Throwable cause) {
    return new SlipwayException(
        code,
        what,
        "Write a class with a constructor without parameters that implements "
            + kind.getName()
            + ", and keep it as long as a "
            + (kind == Seed.class ? "seed" : "migration")
            + " names it.",
        cause);
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
