package dev.slipway.pitr;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A setting of the server that keeps its log in the repository.
 *
 * @param name its name
 * @param wanted what it has to be
 * @param is what it is; null where the role may not see it
 * @param isRight whether that will do
 * @param needsRestart whether another value holds only after a restart
 */
public record ServerSetting(
    String name, String wanted, @Nullable String is, boolean isRight, boolean needsRestart) {

  static ServerSetting of(
      String name, String wanted, @Nullable String is, Predicate<String> right, boolean restart) {
    return new ServerSetting(name, wanted, is, is != null && right.test(is), restart);
  }

  /** The statement that makes it so; a superuser runs it. */
  public String sql() {
    return "alter system set " + name + " = '" + wanted.replace("'", "''") + "';";
  }
}
