package dev.slipway.migration;

import dev.slipway.dialect.DeployedRelease;
import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.ReleaseUse;
import dev.slipway.error.SlipwayException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The releases of applications that work with a target, as its ledger knows them. What writes holds
 * the target's lock, so that no migration runs while a release is added.
 */
public final class ReleaseRegister {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,99}");
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final Target target;
  private final ExecutorOptions options;

  /**
   * @param target whose ledger it is
   * @param options how long its lock is waited for
   */
  public ReleaseRegister(Target target, ExecutorOptions options) {
    this.target = target;
    this.options = options;
  }

  /**
   * All releases, those that ended too, in the order in which they started; nothing is written.
   *
   * @throws SlipwayException when the target can't be read
   */
  public List<DeployedRelease> list() {
    try (Connection connection = target.connect("releases")) {
      target.dialect().transactions().beginReadOnly(connection, TIMEOUT);
      try {
        return target.dialect().ledger().releases(connection);
      } finally {
        target.dialect().transactions().rollback(connection);
      }
    } catch (SQLException e) {
      throw LockedSession.failed(target.dialect(), "Reading the ledger", e);
    }
  }

  /**
   * Writes that a release runs. One that does already gets what it uses anew.
   *
   * @param name what it is called
   * @param uses what it uses
   * @return whether it was not there, or used something else
   * @throws SlipwayException when the name is none, or the target can't be written to
   */
  public boolean start(String name, List<ReleaseUse> uses) {
    requireName(name);
    return write(session -> {
      DeployedRelease known = find(session, name);
      if (known != null
          && known.isDeployed()
          && Set.copyOf(known.uses()).equals(Set.copyOf(uses))) {
        return false;
      }
      session
          .dialect()
          .ledger()
          .start(
              session.connection(), name, uses, session.origin().toString(), ToolVersion.current());
      return true;
    });
  }

  /**
   * Writes that a release runs nowhere any more.
   *
   * @param name what it is called
   * @return whether it did until now
   * @throws SlipwayException when there never was one of that name, or the target can't be written
   *     to
   */
  public boolean end(String name) {
    requireName(name);
    return write(session -> {
      if (find(session, name) == null) {
        List<String> names =
            session.dialect().ledger().releases(session.connection()).stream()
                .filter(DeployedRelease::isDeployed)
                .map(DeployedRelease::name)
                .toList();
        throw new SlipwayException(
            MigrationError.UNKNOWN_RELEASE,
            "No release \""
                + name
                + "\" was ever started here. "
                + (names.isEmpty()
                    ? "None is deployed."
                    : "Deployed: " + String.join(", ", names) + "."),
            "Name one that `slipway release list` shows.");
      }
      return session.dialect().ledger().end(session.connection(), name);
    });
  }

  private static @Nullable DeployedRelease find(LockedSession session, String name)
      throws SQLException {
    return session.dialect().ledger().releases(session.connection()).stream()
        .filter(each -> Objects.equals(each.name(), name))
        .findFirst()
        .orElse(null);
  }

  /**
   * Refuses what is no name of a release.
   *
   * @throws SlipwayException naming it
   */
  public static void requireName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new SlipwayException(
          MigrationError.BAD_RELEASE_NAME,
          "\"" + name + "\" is no name of a release.",
          "Take letters, digits and . _ + -, beginning with a letter or a digit, at most 100, such"
              + " as 2026.11.1.");
    }
  }

  /** Something done to the ledger. */
  private interface Work {
    boolean on(LockedSession session) throws SQLException;
  }

  private boolean write(Work work) {
    Dialect dialect = target.dialect();
    try (LockedSession session = LockedSession.open(target, "release", options)) {
      try {
        session.renew();
        dialect.transactions().begin(session.connection(), "");
        boolean isDone = false;
        try {
          boolean isChanged = work.on(session);
          dialect.transactions().commit(session.connection());
          isDone = true;
          return isChanged;
        } finally {
          if (!isDone) {
            dialect.transactions().rollback(session.connection());
          }
        }
      } catch (SQLException e) {
        throw LockedSession.failed(dialect, "Writing the ledger", e);
      }
    }
  }
}
