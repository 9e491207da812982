package dev.slipway.schema;

import org.jspecify.annotations.Nullable;

/** How a name of the database is made of a name of Java. */
public enum NamingStrategy {
  /** {@code createdAt} becomes {@code created_at}, {@code HTTPVerb} {@code http_verb}. */
  SNAKE_CASE,
  /** {@code createdAt} stays {@code createdAt}. */
  AS_IS;

  String name(String javaName) {
    return switch (this) {
      case SNAKE_CASE -> Names.snakeCase(javaName);
      case AS_IS -> javaName;
    };
  }

  private static final ClassValue<NamingStrategy> KNOWN =
      new ClassValue<>() {
        @Override
        protected NamingStrategy computeValue(Class<?> definition) {
          return find(definition);
        }
      };

  /** The strategy for what a class defines. */
  static NamingStrategy of(Class<?> definition) {
    return KNOWN.get(definition);
  }

  private static NamingStrategy find(Class<?> definition) {
    Naming own = definition.getAnnotation(Naming.class);
    if (own != null) {
      return own.value();
    }
    String name = definition.getPackageName();
    while (!name.isEmpty()) {
      Naming given = ofPackage(name, definition.getClassLoader());
      if (given != null) {
        return given.value();
      }
      name = name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }
    return SNAKE_CASE;
  }

  private static @Nullable Naming ofPackage(String name, ClassLoader loader) {
    try {
      return Class.forName(name + ".package-info", false, loader).getAnnotation(Naming.class);
    } catch (ClassNotFoundException isPlain) {
      return null;
    }
  }
}
