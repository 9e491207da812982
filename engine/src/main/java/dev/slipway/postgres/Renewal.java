package dev.slipway.postgres;

import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.error.SlipwayException;
import java.sql.Connection;
import java.time.Duration;
import java.util.function.Function;

/**
 * What becomes of a login that is refused: its secrets are fetched anew, since somebody may have
 * changed them while a command runs. Whoever changes them does so at the server and where they are
 * kept, one after the other. So a login that was accepted before is given time for the second.
 */
final class Renewal {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

  private final DatabaseUrl url;

  private Renewal(DatabaseUrl url) {
    this.url = url;
  }

  static Renewal of(DatabaseUrl url) {
    return new Renewal(url);
  }

  /**
   * Opens a connection.
   *
   * @param opening opens it with the secrets that it is given
   */
  Connection open(Function<String, Connection> opening) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      String tried = url.value();
      try {
        Connection connection = opening.apply(tried);
        url.accept();
        return connection;
      } catch (SlipwayException refusal) {
        if (refusal.code() != PostgresError.LOGIN_REFUSED || !hasOthers(tried, end, refusal)) {
          throw refusal;
        }
      }
    }
  }

  private boolean hasOthers(String tried, long end, SlipwayException refusal) {
    Duration pause = FIRST_PAUSE;
    try {
      while (!url.renew(tried)) {
        if (!url.wasAccepted() || System.nanoTime() + pause.toNanos() > end) {
          return false;
        }
        Thread.sleep(pause);
        pause = pause.multipliedBy(2);
      }
      return true;
    } catch (SlipwayException e) {
      e.addSuppressed(refusal);
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
