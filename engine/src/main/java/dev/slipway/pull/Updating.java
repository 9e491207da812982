package dev.slipway.pull;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Partition;
import dev.slipway.catalog.Table;
import dev.slipway.compiler.Compilation;
import dev.slipway.compiler.SourceFolder;
import dev.slipway.dialect.Described;
import dev.slipway.dialect.Dialect;
import dev.slipway.diff.Change;
import dev.slipway.error.SlipwayException;
import dev.slipway.planner.SchemaPlanner;
import dev.slipway.schema.model.DefinedTable;
import dev.slipway.schema.model.QualifiedName;
import dev.slipway.source.SourceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Takes a change that was made in a database over into the definition's sources, without touching
 * what it does not concern.
 *
 * <p>The engine tells what differs; both sides are then printed as classes, and what differs there
 * is changed at its place in the source. What becomes of the sources is compiled, loaded and
 * compared with the database before anything is written. Not thread-safe, since its reader is not.
 */
public final class Updating {

  private final Dialect dialect;
  private final SchemaPlanner planner;
  private final SourceReader reader;
  private final Path directory;

  /**
   * @param dialect the engine
   * @param planner compares
   * @param reader loads what the sources become
   * @param directory the folder that paths in messages are relative to
   */
  public Updating(Dialect dialect, SchemaPlanner planner, SourceReader reader, Path directory) {
    this.dialect = dialect;
    this.planner = planner;
    this.reader = reader;
    this.directory = directory;
  }

  /**
   * What the sources become.
   *
   * @param folder the folder of the sources
   * @param definition what they define
   * @param database what they shall define
   * @throws SlipwayException naming each change that has no safe place, with the lines to write
   */
  public Updated update(Path folder, Catalog definition, Catalog database) {
    if (planner.differences(definition, database).isEmpty()) {
      return new Updated(Map.of(), Map.of(), Set.of());
    }
    SourceFolder sources = SourceFolder.at(folder);
    try {
      var known = new KnownPlaces(SourceParser.parse(Compilation.compiler(), sources.java()));
      var unplaced = new Unplaced(directory);
      var files = new FileChanges(sources.java().isEmpty() ? folder : root(folder, known));
      new Merge(definition, database, known, unplaced, files).merge();
      if (!unplaced.isEmpty()) {
        throw unplaced(unplaced.all());
      }
      Updated updated = files.updated();
      prove(sources, updated, database);
      return updated;
    } catch (IOException e) {
      throw new SlipwayException(
          PullError.PULL_UNWRITABLE,
          "The sources in " + folder + " can't be read: " + e.getMessage(),
          "Make them readable, then run the command again.",
          e);
    }
  }

  /** The folder that the packages' folders are in. */
  private static Path root(Path folder, KnownPlaces known) {
    for (Parsed.TableClass each : known.classes().values()) {
      Path at = each.file().resolveSibling("").toAbsolutePath().normalize();
      int depth = each.packageName().isEmpty() ? 0 : each.packageName().split("\\.").length;
      for (int i = 0; i < depth && at.getParent() != null; i++) {
        at = at.getParent();
      }
      return at;
    }
    return folder;
  }

  private static SlipwayException unplaced(List<String> all) {
    return new SlipwayException(
        PullError.UPDATE_UNPLACED,
        (all.size() == 1 ? "One change has" : all.size() + " changes have")
            + " no safe place in the sources, so nothing was changed:\n"
            + all.stream().map(each -> "  " + each).collect(Collectors.joining("\n")),
        "Write these by hand, then run the command again for the rest.");
  }

  /** One merge of a database into sources. */
  private final class Merge {

    private final Catalog definition;
    private final Catalog database;
    private final KnownPlaces known;
    private final Unplaced unplaced;
    private final FileChanges files;

    Merge(
        Catalog definition,
        Catalog database,
        KnownPlaces known,
        Unplaced unplaced,
        FileChanges files) {
      this.definition = definition;
      this.database = database;
      this.known = known;
      this.unplaced = unplaced;
      this.files = files;
    }

    void merge() throws IOException {
      Described before = dialect.describe(definition, elsewhere());
      Set<ObjectId> without = elsewhere();
      Set<QualifiedName> said = names(before);
      for (QualifiedName each : known.classes().keySet()) {
        if (!said.contains(each)) {
          without.add(id(each));
        }
      }
      Described after = dialect.describe(database, without);
      Places oldPlaces = known.of(before.tables());
      Places newPlaces = known.of(after.tables());
      Map<QualifiedName, DefinedTable> now = byName(after.tables());
      for (DefinedTable table : before.tables()) {
        Parsed.TableClass parsed = known.classes().get(table.name());
        DefinedTable other = now.remove(table.name());
        if (parsed == null) {
          continue;
        }
        if (other != null) {
          var edit =
              new TableEdit(
                  parsed,
                  oldPlaces.of(table.name()),
                  newPlaces.of(table.name()),
                  oldPlaces,
                  newPlaces,
                  unplaced);
          files.change(parsed.file(), parsed.text(), edit.apply());
        } else if (database.has(id(table.name()))) {
          unplaced.tell(
              "The table "
                  + table.name()
                  + " has something now that the definition has no word for: write it in SQL.");
        } else {
          files.remove(parsed.file());
        }
      }
      for (DefinedTable table : now.values()) {
        Place place = newPlaces.of(table.name());
        files.write(place.file(), TableSource.of(place, newPlaces));
      }
      enums(oldPlaces, newPlaces);
      sql(before, after);
    }

    private void enums(Places oldPlaces, Places newPlaces) {
      Set<QualifiedName> now = new HashSet<>();
      for (EnumPlace place : newPlaces.enums()) {
        now.add(place.type().name());
        Parsed.EnumClass parsed = known.enums().get(place.type().name());
        if (parsed == null) {
          files.write(place.file(), EnumSource.of(place));
        } else {
          files.change(parsed.file(), parsed.text(), EnumEdit.apply(parsed, place, unplaced));
        }
      }
      for (EnumPlace place : oldPlaces.enums()) {
        Parsed.EnumClass parsed = known.enums().get(place.type().name());
        if (parsed != null && !now.contains(place.type().name())) {
          files.remove(parsed.file());
        }
      }
    }

    private void sql(Described before, Described after) throws IOException {
      Map<String, String> old = scripts(definition, before);
      Map<String, String> now = scripts(database, after);
      Set<String> all = new TreeSet<>(old.keySet());
      all.addAll(now.keySet());
      for (String file : all) {
        files.script(file, old.getOrDefault(file, ""), now.getOrDefault(file, ""), unplaced);
      }
    }

    private Map<String, String> scripts(Catalog catalog, Described described) {
      return SqlFiles.of(
          planner.additions(Parts.of(catalog, described.objects()), catalog),
          catalog,
          known.root(),
          Set.of(),
          dialect.renderer());
    }

    /** The tables of the definition that no class defines. */
    private Set<ObjectId> elsewhere() {
      Set<ObjectId> ids = new TreeSet<>();
      for (Table table : definition.all(Table.class)) {
        if (!known.classes().containsKey(name(table.id())) && !isPartitionOfClass(table)) {
          ids.add(table.id());
        }
      }
      return ids;
    }

    /** Whether the class of the whole, or of what that is a partition of, names the partition. */
    private boolean isPartitionOfClass(Table table) {
      ObjectId at = table.id();
      while (definition.find(ObjectId.about(Kind.PARTITION, at)) instanceof Partition partition) {
        at = partition.of();
      }
      Parsed.TableClass whole = known.classes().get(name(at));
      return whole != null && whole.text().contains(JavaText.quoted(table.id().name()));
    }
  }

  private static Set<QualifiedName> names(Described described) {
    return described.tables().stream().map(DefinedTable::name).collect(Collectors.toSet());
  }

  private static Map<QualifiedName, DefinedTable> byName(List<DefinedTable> tables) {
    Map<QualifiedName, DefinedTable> all = new LinkedHashMap<>();
    tables.forEach(table -> all.put(table.name(), table));
    return all;
  }

  private static QualifiedName name(ObjectId id) {
    return new QualifiedName(id.schema().equals("public") ? null : id.schema(), id.name());
  }

  private static ObjectId id(QualifiedName name) {
    String schema = name.schema();
    return ObjectId.of(Kind.TABLE, schema == null ? "public" : schema, name.name());
  }

  /** What the sources become must lead to the database. */
  private void prove(SourceFolder sources, Updated updated, Catalog database) throws IOException {
    Map<String, String> files = new TreeMap<>();
    List<Path> all = new ArrayList<>(sources.java());
    all.addAll(sources.sql());
    for (Path file : all) {
      Path path = file.toAbsolutePath().normalize();
      if (!updated.removed().contains(path)) {
        String text = updated.changed().get(path);
        files.put(
            sources.folder().relativize(file).toString(),
            text == null ? Files.readString(file) : text);
      }
    }
    updated
        .written()
        .forEach((path, text) ->
            files.put(
                sources.folder().toAbsolutePath().normalize().relativize(path).toString(), text));
    Catalog result = new Trial(reader).read(files, "", new TreeSet<>());
    List<Change> differences = result == null ? List.of() : planner.differences(result, database);
    if (result == null || !differences.isEmpty()) {
      throw unplaced(
          result == null
              ? List.of("The server refuses a function of the database when it looks into it.")
              : differences.stream().map(change -> change.id() + " would still differ.").toList());
    }
  }
}
