package dev.slipway.proof;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Role;
import dev.slipway.catalog.RoleUse;
import dev.slipway.dialect.Compared;
import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.dialect.Dialect;
import dev.slipway.error.SlipwayException;
import dev.slipway.pgdump.DumpObserver;
import dev.slipway.pgdump.FreshDatabases;
import dev.slipway.pgdump.Observed;
import dev.slipway.pgdump.PgDump;
import dev.slipway.planner.DeclaredRename;
import dev.slipway.planner.Desired;
import dev.slipway.planner.SchemaPlanner;
import dev.slipway.shadow.Shadow;
import dev.slipway.shadow.ShadowDatabase;
import dev.slipway.shadow.ShadowRoles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The proof that two catalogs lead to each other, in databases of a shadow. Not thread-safe, since
 * its shadow is not.
 */
public final class BothWays {

  private final Dialect dialect;
  private final Shadow shadow;
  private final SchemaPlanner planner;
  private final @Nullable PgDump pgDump;

  /**
   * @param dialect the engine
   * @param shadow where the databases are made
   * @param pgDump is asked as well; null where there is none for the shadow's version
   */
  public BothWays(Dialect dialect, Shadow shadow, @Nullable PgDump pgDump) {
    this.dialect = dialect;
    this.shadow = shadow;
    this.planner = new SchemaPlanner(dialect, shadow);
    this.pgDump = pgDump;
  }

  /**
   * What came of both directions.
   *
   * @param forth from the first to the second
   * @param back from the second to the first
   */
  public record Outcome(Verdict forth, Verdict back) {

    /** Whether both directions lead where they should. */
    public boolean isProved() {
      return forth instanceof Verdict.Converged && back instanceof Verdict.Converged;
    }
  }

  /**
   * Proves both directions.
   *
   * @param one the one catalog
   * @param other the other, with the renames that lead to it
   * @throws SlipwayException when a catalog can't be created anew
   */
  public Outcome prove(Catalog one, Desired other) {
    boolean owners = shadow.scope().compared().contains(Compared.OWNERS);
    DumpObserver observer =
        pgDump == null
            ? null
            : new DumpObserver(
                pgDump, new Observed(owners), () -> fresh(rolesOf(one, other.catalog())));
    var roundTrip = new RoundTrip(dialect, planner, shadow.scope(), observer);
    Path folder = temporary();
    try (ShadowDatabase first = shadow.create();
        ShadowDatabase second = shadow.create()) {
      planner.fill(first, one);
      planner.fill(second, other.catalog());
      Sight before = roundTrip.look(first.url());
      Sight after = roundTrip.look(second.url());
      return new Outcome(
          roundTrip.run(before, after, other.renames(), folder.resolve("forth")),
          roundTrip.run(after, before, backwards(other.renames()), folder.resolve("back")));
    } finally {
      delete(folder);
    }
  }

  private static List<DeclaredRename> backwards(List<DeclaredRename> renames) {
    Map<ObjectId, ObjectId> before = new HashMap<>();
    List<DeclaredRename> backwards = new ArrayList<>();
    for (DeclaredRename rename : renames) {
      if (rename instanceof DeclaredRename.OfObject object) {
        before.put(object.to(), object.from());
      }
    }
    for (DeclaredRename rename : renames) {
      backwards.add(
          switch (rename) {
            case DeclaredRename.OfObject object ->
                new DeclaredRename.OfObject(object.to(), object.from());
            case DeclaredRename.OfPart part ->
                new DeclaredRename.OfPart(
                    before.getOrDefault(part.whole(), part.whole()), part.to(), part.from());
          });
    }
    return backwards;
  }

  /** The roles that a dump can name: where roles are compared, a new database has none of them. */
  private List<String> rolesOf(Catalog one, Catalog other) {
    if (!shadow.scope().compares(Compared.ROLES)) {
      return List.of();
    }
    return Stream.of(one, other)
        .flatMap(catalog -> StreamSupport.stream(catalog.objects().spliterator(), false))
        .flatMap(object ->
            object instanceof Role ? Stream.of(object.id().name()) : RoleUse.of(object).stream())
        .filter(name -> !name.equals("public") && !name.startsWith("pg_"))
        .distinct()
        .toList();
  }

  private FreshDatabases.Fresh fresh(List<String> roles) {
    ShadowDatabase database = shadow.create();
    ShadowRoles.createAll(database.connection(), roles);
    return new FreshDatabases.Fresh() {
      @Override
      public DatabaseUrl url() {
        return database.url();
      }

      @Override
      public void close() {
        database.close();
      }
    };
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("slipway-proof");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
