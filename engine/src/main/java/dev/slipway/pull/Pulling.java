package dev.slipway.pull;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Table;
import dev.slipway.dialect.Described;
import dev.slipway.dialect.Dialect;
import dev.slipway.diff.Change;
import dev.slipway.error.SlipwayException;
import dev.slipway.plan.Step;
import dev.slipway.planner.SchemaPlanner;
import dev.slipway.source.Source;
import dev.slipway.source.SourceReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/**
 * Turns a catalog into a definition: start here.
 *
 * <p>What was written is loaded on a shadow and compared with the catalog. A table that comes out
 * differently is written as SQL instead. Not thread-safe, since its reader is not.
 */
public final class Pulling {

  /** How far what was written is tried before it is handed out. */
  public enum Check {
    /**
     * What the classes say is loaded as the records they were printed from, and the SQL files as
     * they are. That the printed text compiles to the same records is what the tests say, not this
     * run.
     */
    RECORDS,
    /** The classes are compiled and loaded like any definition. */
    CLASSES;

    /** The default: everything, unless the compiler would take most of the time. */
    static Check of(int tables) {
      return tables > MANY ? RECORDS : CLASSES;
    }
  }

  /** The compiler takes about 30 ms for a class, since a table of jOOQ has so many methods. */
  private static final int MANY = 200;

  /** What is either in Java or in SQL, with all that it has. */
  private static final Set<Kind> WHOLES =
      Set.of(Kind.TABLE, Kind.DOMAIN, Kind.COMPOSITE_TYPE, Kind.ENUM, Kind.SEQUENCE);

  private final Dialect dialect;
  private final SchemaPlanner planner;
  private final SourceReader reader;
  private final @Nullable Check check;

  /**
   * @param dialect the engine
   * @param planner compares what was written with what it was written from
   * @param reader loads what was written
   * @param check how far it is tried; null for what fits the number of tables
   */
  public Pulling(
      Dialect dialect, SchemaPlanner planner, SourceReader reader, @Nullable Check check) {
    this.dialect = dialect;
    this.planner = planner;
    this.reader = reader;
    this.check = check;
  }

  /**
   * The definition of a catalog.
   *
   * @param catalog the catalog
   * @param root the package of its classes
   * @throws SlipwayException naming what no definition leads to
   */
  public Pulled pull(Catalog catalog, String root) {
    if (!SourceVersion.isName(root, SourceVersion.RELEASE_21)) {
      throw new SlipwayException(
          PullError.BAD_PACKAGE,
          "\"" + root + "\" is no package of Java.",
          "Name one with --package, as in --package com.acme.shop.schema.");
    }
    if (catalog.size() == 0) {
      throw new SlipwayException(
          PullError.NOTHING_TO_PULL,
          "The source has nothing that a definition could say.",
          "Check that it is the right database, and that the user sees its schemas.");
    }
    Set<ObjectId> inSql = new TreeSet<>();
    Set<String> unchecked = new TreeSet<>();
    while (true) {
      Draft draft = draft(catalog, root, inSql, unchecked);
      Catalog result = result(draft, root, unchecked);
      if (result != null) {
        List<Change> differences = planner.differences(result, catalog);
        if (differences.isEmpty()) {
          return pulled(catalog, draft, unchecked);
        }
        if (!withdraw(differences, catalog, draft, inSql)) {
          throw differs(differences);
        }
      }
    }
  }

  private @Nullable Catalog result(Draft draft, String root, Set<String> unchecked) {
    var trial = new Trial(reader);
    return switch (check(draft)) {
      case RECORDS -> trial.read(draft.described.definition(), draft.files, unchecked);
      case CLASSES ->
          trial.read(
              draft.files,
              folder -> new Source.JavaClasses(folder.resolve(root.replace('.', '/'))),
              unchecked);
    };
  }

  private Check check(Draft draft) {
    return check != null ? check : Check.of(draft.described.tables().size());
  }

  private record Draft(Map<String, String> files, Described described) {}

  private Draft draft(Catalog catalog, String root, Set<ObjectId> inSql, Set<String> unchecked) {
    Described described = dialect.describe(catalog, inSql);
    Places places = new Places(root, described.definition());
    Map<String, String> files = new TreeMap<>();
    places.tables().forEach(place -> files.put(place.file(), TableSource.of(place, places)));
    places.enums().forEach(place -> files.put(place.file(), EnumSource.of(place)));
    places
        .composites()
        .forEach(place -> files.put(place.file(), CompositeSource.of(place, places)));
    places.schemas().forEach(place -> files.put(place.file(), SchemaSource.of(place, places)));
    if (files.isEmpty()) {
      files.put(root.replace('.', '/') + "/package-info.java", emptyPackage(root));
    }
    List<Step> steps = planner.additions(Parts.of(catalog, described.objects()), catalog);
    files.putAll(SqlFiles.of(steps, catalog, root, unchecked, dialect.renderer()));
    return new Draft(files, described);
  }

  private static String emptyPackage(String root) {
    return "/** The schema of the database, in the SQL files of this folder. */\npackage "
        + root
        + ";\n";
  }

  /** Takes back what comes out differently, the table where it is of one; false for none. */
  private static boolean withdraw(
      List<Change> differences, Catalog catalog, Draft draft, Set<ObjectId> inSql) {
    boolean isAny = false;
    for (Change change : differences) {
      ObjectId whole = wholeOf(change.id(), catalog);
      if (whole != null && draft.described.objects().contains(whole)) {
        isAny |= inSql.add(whole);
      }
    }
    return isAny;
  }

  private static @Nullable ObjectId wholeOf(ObjectId id, Catalog catalog) {
    ObjectId at = id.subject();
    for (int i = 0; i < 5 && !WHOLES.contains(at.kind()); i++) {
      DatabaseObject object = catalog.find(at);
      ObjectId parent = object == null ? null : object.parent();
      if (parent == null) {
        return at.kind().home() == Kind.Home.RELATION
            ? ObjectId.of(Kind.TABLE, at.path().get(0), at.path().get(1))
            : null;
      }
      at = parent;
    }
    return WHOLES.contains(at.kind()) ? at : null;
  }

  private static SlipwayException differs(List<Change> differences) {
    return new SlipwayException(
        PullError.PULL_DIFFERS,
        "The definition that was written leads to another schema; these differ: "
            + differences.stream()
                .map(change -> change.id().toString())
                .collect(Collectors.joining(", "))
            + ".",
        "This is a defect of Slipway: nothing was written. Please report it with the objects that"
            + " are named.");
  }

  private Pulled pulled(Catalog catalog, Draft draft, Set<String> unchecked) {
    List<ObjectId> inSql =
        catalog.all(Table.class).stream()
            .map(Table::id)
            .filter(id -> !draft.described.objects().contains(id))
            .toList();
    return new Pulled(
        new java.util.LinkedHashMap<>(draft.files),
        draft.described.tables().size(),
        inSql,
        List.copyOf(unchecked),
        List.of(),
        check(draft),
        null);
  }
}
