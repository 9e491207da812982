package dev.slipway.workspace;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Dependencies;
import dev.slipway.catalog.Engine;
import dev.slipway.diff.Change;
import dev.slipway.error.SlipwayException;
import dev.slipway.planner.Desired;
import dev.slipway.planner.SchemaPlanner;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Tells how what is there differs from what should be, and what leads from one to the other. */
final class Drifting {

  private final SchemaPlanner planner;

  Drifting(SchemaPlanner planner) {
    this.planner = planner;
  }

  /** The same where nothing is applied: nothing says what should be there. */
  static Drift none(String environment) {
    var nothing = new Drift.Way(null, null);
    return new Drift(environment, List.of(), nothing, nothing);
  }

  Drift between(String environment, Catalog expected, Catalog actual) {
    if (expected.fingerprint().equals(actual.fingerprint())) {
      return none(environment);
    }
    List<Drift.Difference> differences =
        planner.differences(expected, actual).stream()
            .map(change -> new Drift.Difference(change, mark(change)))
            .toList();
    return differences.isEmpty()
        ? none(environment)
        : new Drift(environment, differences, way(actual, expected), way(expected, actual));
  }

  private Drift.Way way(Catalog from, Catalog to) {
    try {
      return new Drift.Way(planner.plan(from, Desired.of(to)), null);
    } catch (SlipwayException e) {
      return new Drift.Way(null, e.what());
    }
  }

  /** An object's text is that of its fingerprint, which no release changes. */
  private static String mark(Change change) {
    String text =
        switch (change) {
          case Change.Create(DatabaseObject object) -> "create " + print(object);
          case Change.Drop(DatabaseObject object) -> "drop " + print(object);
          case Change.Alter(DatabaseObject before, DatabaseObject after) ->
              "alter " + print(before) + " " + print(after);
          case Change.Rename(var from, var to) -> "rename " + from + " " + to;
        };
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static String print(DatabaseObject object) {
    return new Catalog(Engine.POSTGRESQL, List.of(object), Dependencies.none(), Map.of())
        .fingerprint()
        .value();
  }
}
