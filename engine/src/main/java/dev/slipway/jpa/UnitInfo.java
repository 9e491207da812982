package dev.slipway.jpa;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A persistence unit as a provider asks for it: what {@code PersistenceUnitInfo} answers, whatever
 * the version of that interface. There is no data source, and nothing is found by searching.
 */
final class UnitInfo implements InvocationHandler {

  private final PersistenceUnit unit;
  private final ClassLoader loader;

  UnitInfo(PersistenceUnit unit, ClassLoader loader) {
    this.unit = unit;
    this.loader = loader;
  }

  // A unit is equal to itself alone; asking the proxy would come here again.
  @SuppressWarnings("ReferenceEquality")
  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
    return switch (method.getName()) {
      case "getPersistenceUnitName" -> unit.name();
      case "getManagedClassNames" -> unit.classes();
      case "getMappingFileNames" -> unit.mappingFiles();
      case "getClassLoader", "getNewTempClassLoader" -> loader;
      case "excludeUnlistedClasses" -> true;
      case "getProperties" -> new Properties();
      case "toString" -> "persistence unit " + unit.name();
      case "hashCode" -> System.identityHashCode(proxy);
      case "equals" -> arguments != null && arguments[0] == proxy;
      default -> nothing(method.getReturnType());
    };
  }

  private static @Nullable Object nothing(Class<?> type) {
    if (type == boolean.class) {
      return false;
    }
    return type.isAssignableFrom(List.class) && type != Object.class ? List.of() : null;
  }
}
