package dev.slipway.migration;

import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.postgres.Postgres;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A process that runs migrations and tells each boundary: before and after whatever it says to the
 * server. At the boundary it was given it says so and waits to be killed, or says so and goes on.
 *
 * <p>Arguments: the address, the folder, {@code up} or {@code down}, the boundary from 1, and
 * {@code at} or {@code within}.
 */
final class RunnerProcess {

  private static final Set<String> SPEAKS =
      Set.of("execute", "executeQuery", "executeUpdate", "commit", "rollback");

  private final AtomicInteger boundaries = new AtomicInteger();
  private final int stop;
  private final boolean waits;

  private RunnerProcess(int stop, boolean waits) {
    this.stop = stop;
    this.waits = waits;
  }

  public static void main(String[] args) {
    var process = new RunnerProcess(Integer.parseInt(args[3]), args[4].equals("at"));
    var dialect = new Postgres();
    var url = new DatabaseUrl(args[0]);
    var target =
        new Target(
            dialect,
            purpose -> {
              Connection connection = dialect.connect(url, purpose);
              return purpose.equals("blockers")
                  ? connection
                  : process.told(Connection.class, connection);
            });
    var executor =
        new Executor(target, ExecutorOptions.defaults().withPatience(LockPatience.ALONE));
    History history = new MigrationFolder(Path.of(args[1]), dialect).history();
    if (args[2].equals("up")) {
      executor.migrate(history, null);
    } else {
      executor.rollback(history, Executor.BEGINNING, Set.of());
    }
    System.out.println("boundaries " + process.boundaries.get());
  }

  private <T> T told(Class<T> type, T on) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              boolean speaks = SPEAKS.contains(method.getName());
              if (speaks) {
                boundary();
              }
              Object result;
              try {
                result = method.invoke(on, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
              if (speaks) {
                boundary();
              }
              return result instanceof Statement statement ? told(statement) : result;
            }));
  }

  private Statement told(Statement statement) {
    return statement instanceof java.sql.PreparedStatement prepared
        ? told(java.sql.PreparedStatement.class, prepared)
        : told(Statement.class, statement);
  }

  private void boundary() throws InterruptedException {
    if (boundaries.incrementAndGet() == stop) {
      System.out.println("here");
      if (waits) {
        new CountDownLatch(1).await();
      }
    }
  }
}
