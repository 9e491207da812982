package dev.slipway.e2e.errors;

import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.Renderer;
import dev.slipway.plan.Statement;
import dev.slipway.postgres.Postgres;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;

/** PostgreSQL with a renderer that creates everything by the same wrong statement. */
final class FaultyDialect {

  private FaultyDialect() {}

  static Dialect creatingBy(String statement) {
    Dialect sound = new Postgres();
    Renderer renderer =
        (Renderer)
            proxy(
                Renderer.class,
                (method, arguments) ->
                    method.getName().equals("create")
                        ? List.of(Statement.of(statement))
                        : call(sound.renderer(), method, arguments));
    return (Dialect)
        proxy(
            Dialect.class,
            (method, arguments) ->
                method.getName().equals("renderer") ? renderer : call(sound, method, arguments));
  }

  @FunctionalInterface
  private interface Answer {
    Object to(Method method, Object[] arguments) throws Throwable;
  }

  private static Object proxy(Class<?> type, Answer answer) {
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) -> answer.to(method, arguments));
  }

  private static Object call(Object on, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(on, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
