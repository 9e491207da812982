package dev.slipway.workspace;

import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.dialect.Dialect;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * One session of a throw-away database that is used for run after run, as a run uses its own for
 * migration after migration: to open one for each costs more than most migrations. Who closes it
 * gives it back; what they left open in it ends it. Not thread-safe, but whoever needs a second one
 * meanwhile gets one of their own.
 */
final class LastingSession implements AutoCloseable {

  private final Dialect dialect;
  private final DatabaseUrl url;
  private @Nullable Connection session;
  private boolean isTaken;

  LastingSession(Dialect dialect, DatabaseUrl url) {
    this.dialect = dialect;
    this.url = url;
  }

  /**
   * Takes it, or another where it is taken.
   *
   * @param purpose what it is for
   */
  Connection take(String purpose) {
    if (isTaken) {
      return dialect.connect(url, purpose);
    }
    Connection open = session;
    if (open == null || isClosed(open)) {
      open = dialect.connect(url, purpose);
      session = open;
    }
    isTaken = true;
    return lent(open);
  }

  private Connection lent(Connection open) {
    return (Connection)
        Proxy.newProxyInstance(
            LastingSession.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                giveBack(open);
                return null;
              }
              return call(open, method, arguments);
            });
  }

  private static @Nullable Object call(
      Connection open, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(open, arguments);
    } catch (InvocationTargetException e) {
      Throwable cause = e.getCause();
      throw cause == null ? e : cause;
    }
  }

  private void giveBack(Connection open) throws SQLException {
    isTaken = false;
    if (!open.isClosed() && !open.getAutoCommit()) {
      open.close();
    }
  }

  private static boolean isClosed(Connection connection) {
    try {
      return connection.isClosed();
    } catch (SQLException e) {
      return true;
    }
  }

  @Override
  public void close() {
    if (session != null) {
      try {
        session.close();
      } catch (SQLException e) {
        // the database is dropped with whoever is connected to it
        return;
      }
    }
  }
}
