package dev.slipway.source;

import java.net.URL;
import java.net.URLClassLoader;

/**
 * Loads a definition's classes from its own folder first: the process may have other versions of
 * them on its class path, and a source is what its folder holds. What the definition builds on,
 * jOOQ and Slipway, comes from the process.
 */
final class DefinitionLoader extends URLClassLoader {

  static {
    registerAsParallelCapable();
  }

  DefinitionLoader(URL[] urls, ClassLoader parent) {
    super(urls, parent);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (isShared(name) || findResource(name.replace('.', '/') + ".class") == null) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : findClass(name);
    }
  }

  /** Types that definition and engine exchange have to be the same for both. */
  private static boolean isShared(String name) {
    return name.startsWith("dev.slipway.schema.")
        || name.startsWith("dev.slipway.error.")
        || name.startsWith("org.jooq.")
        || name.startsWith("java.");
  }
}
