package dev.slipway.datamigration;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Set;
import org.jooq.TransactionContext;
import org.jooq.TransactionProvider;

/** A connection whose transaction belongs to somebody else. */
final class OpenTransaction {

  private static final Set<String> OF_ITS_OWNER =
      Set.of("abort", "close", "commit", "rollback", "setAutoCommit", "unwrap");

  /** Blocks of jOOQ that would commit. */
  static final TransactionProvider PROVIDER =
      new TransactionProvider() {
        @Override
        public void begin(TransactionContext context) {
          throw refused("begun");
        }

        @Override
        public void commit(TransactionContext context) {
          throw refused("committed");
        }

        @Override
        public void rollback(TransactionContext context) {
          throw refused("rolled back");
        }
      };

  private OpenTransaction() {}

  /** The same connection, which can't end its transaction. */
  static Connection of(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            OpenTransaction.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              boolean isToSavepoint = method.getName().equals("rollback") && arguments != null;
              if (OF_ITS_OWNER.contains(method.getName()) && !isToSavepoint) {
                throw refused("ended, nor its connection taken (" + method.getName() + ")");
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getTargetException();
              }
            });
  }

  private static IllegalStateException refused(String how) {
    return new IllegalStateException(
        "the transaction of a batch can't be " + how + " by the class that is handed its rows");
  }
}
