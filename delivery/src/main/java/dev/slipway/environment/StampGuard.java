package dev.slipway.environment;

import dev.slipway.config.EnvironmentConfiguration;
import dev.slipway.dialect.Diagnosis;
import dev.slipway.error.SlipwayException;
import dev.slipway.stamp.EnvironmentStamp;
import dev.slipway.stamp.Standing;
import dev.slipway.workspace.EnvironmentGuard;
import java.sql.Connection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Goes by the stamp of the database. Another environment's database is never touched. One without a
 * stamp, and a copy, are looked at with a warning and never changed. A server that Slipway starts
 * itself is known by its folder: its database is stamped when it is changed first.
 */
public final class StampGuard implements EnvironmentGuard {

  private final Consumer<String> warnings;
  private final Set<String> warned = ConcurrentHashMap.newKeySet();

  /**
   * @param warnings takes a sentence for a person, once for each environment
   */
  public StampGuard(Consumer<String> warnings) {
    this.warnings = warnings;
  }

  @Override
  public void check(Connection connection, EnvironmentConfiguration environment, Access access) {
    String name = environment.name();
    Standing standing = EnvironmentStamp.standing(connection, name);
    switch (standing) {
      case Standing.Stamped itself -> {}
      case Standing.Another another -> EnvironmentStamp.require(standing, name);
      case Standing.Copied copied -> onlyLooked(standing, name, access);
      case Standing.Unstamped nothing -> {
        if (environment.embedded()) {
          if (access == Access.WRITE) {
            new StampWriter(connection, name).write(standing, null, null);
          }
        } else if (environment.stamped()) {
          onlyLooked(standing, name, access);
        }
      }
    }
  }

  private void onlyLooked(Standing standing, String name, Access access) {
    try {
      EnvironmentStamp.require(standing, name);
    } catch (SlipwayException e) {
      if (access == Access.WRITE) {
        throw e;
      }
      if (warned.add(name)) {
        warnings.accept(e.what() + " Commands that change it are refused. " + e.next());
      }
    }
  }

  @Override
  public List<Diagnosis> examine(Connection connection, EnvironmentConfiguration environment) {
    String name = environment.name();
    Standing standing = EnvironmentStamp.standing(connection, name);
    try {
      EnvironmentStamp.require(standing, name);
      return List.of(Diagnosis.ok("stamp", "the database says that it is " + name));
    } catch (SlipwayException e) {
      boolean needsNone = environment.embedded() || !environment.stamped();
      return List.of(
          standing instanceof Standing.Unstamped && needsNone
              ? Diagnosis.ok("stamp", "none, and none is needed")
              : Diagnosis.failed("stamp", e.what(), e.next()));
    }
  }
}
