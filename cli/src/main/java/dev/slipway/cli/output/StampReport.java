package dev.slipway.cli.output;

import dev.slipway.environment.Stamped;
import dev.slipway.stamp.Stamp;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of a stamp, as a person and as a program read it. */
public final class StampReport {

  private final Stamped stamped;

  /**
   * @param stamped what became of it
   */
  public StampReport(Stamped stamped) {
    this.stamped = stamped;
  }

  /** The answer for a program. */
  public Json json() {
    Stamp before = stamped.before();
    return Json.answer("env", stamped.changed() ? "done" : "unchanged")
        .with("environment", stamped.stamp().environment())
        .with("stamp", json(stamped.stamp()))
        .with("replaced", before == null ? null : json(before));
  }

  /** The members of a stamp. */
  public static Map<String, @Nullable Object> json(Stamp stamp) {
    return Json.object()
        .with("environment", stamp.environment())
        .with("identity", stamp.identity().toString())
        .with("database", stamp.place().name())
        .with("oid", stamp.place().database())
        .with("system", stamp.place().system())
        .with("at", stamp.at().toString())
        .with("by", stamp.by())
        .with("from", stamp.from())
        .with("reason", stamp.reason())
        .with("tool", stamp.tool())
        .members();
  }

  /** The answer for a person. */
  public String sentence() {
    Stamp stamp = stamped.stamp();
    Stamp before = stamped.before();
    String database = "The database " + stamp.place().name();
    if (!stamped.changed()) {
      return database + " is stamped " + stamp.environment() + " already.";
    }
    if (before == null) {
      return database + " is stamped " + stamp.environment() + " now.";
    }
    return database
        + " is stamped "
        + stamp.environment()
        + " now, in place of "
        + (before.identity().equals(stamp.identity())
            ? "the stamp that it had where it was before."
            : "the stamp of " + before.environment() + ".");
  }
}
