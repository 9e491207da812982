package dev.slipway.pull;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.CompositeType;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Domain;
import dev.slipway.catalog.EnumType;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Partition;
import dev.slipway.catalog.Sequence;
import dev.slipway.catalog.Table;
import dev.slipway.compiler.Compilation;
import dev.slipway.compiler.SourceFolder;
import dev.slipway.dialect.Described;
import dev.slipway.dialect.Dialect;
import dev.slipway.diff.Change;
import dev.slipway.error.SlipwayException;
import dev.slipway.planner.SchemaPlanner;
import dev.slipway.schema.model.DefinedSchema;
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
   * @param definitions the sources, with what else the definition is made of
   * @param definition what they define
   * @param database what they shall define
   * @throws SlipwayException naming each change that has no safe place, with the lines to write
   */
  public Updated update(UpdatedSources definitions, Catalog definition, Catalog database) {
    Path folder = definitions.folder();
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
      prove(definitions, sources, updated, database);
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
    List<Parsed.DefiningClass> classes = new ArrayList<>(known.classes().values());
    classes.addAll(known.schemas().values());
    for (Parsed.DefiningClass each : classes) {
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
      Places oldPlaces = known.of(before.definition());
      Places newPlaces = known.of(after.definition());
      Map<QualifiedName, DefinedTable> now = byName(after.tables());
      for (DefinedTable table : before.tables()) {
        Parsed.DefiningClass parsed = known.classes().get(table.name());
        DefinedTable other = now.remove(table.name());
        if (parsed == null) {
          continue;
        }
        if (other != null) {
          var edit =
              new ClassEdit(
                  parsed,
                  new TableSource(oldPlaces, oldPlaces.of(table.name())),
                  new TableSource(newPlaces, newPlaces.of(table.name())),
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
      records(oldPlaces, newPlaces);
      schemas(before, after, oldPlaces, newPlaces);
      sql(before, after);
    }

    /** A record is written anew where it is as it was pulled. */
    private void records(Places oldPlaces, Places newPlaces) {
      Set<QualifiedName> now = new HashSet<>();
      for (CompositePlace place : newPlaces.composites()) {
        now.add(place.type().name());
        Parsed.RecordClass parsed = known.records().get(place.type().name());
        String text = CompositeSource.of(place, newPlaces);
        if (parsed == null) {
          files.write(place.file(), text);
          continue;
        }
        String was =
            oldPlaces.composites().stream()
                .filter(old -> old.type().name().equals(place.type().name()))
                .map(old -> CompositeSource.of(old, oldPlaces))
                .findFirst()
                .orElse(text);
        if (!was.equals(text) && Wording.of(was).equals(Wording.of(parsed.text()))) {
          files.change(parsed.file(), parsed.text(), text);
        } else if (!was.equals(text)) {
          unplaced.write(parsed.file(), "it says now", text);
        }
      }
      for (CompositePlace place : oldPlaces.composites()) {
        Parsed.RecordClass parsed = known.records().get(place.type().name());
        if (parsed != null && !now.contains(place.type().name())) {
          files.remove(parsed.file());
        }
      }
    }

    private void schemas(Described before, Described after, Places oldPlaces, Places newPlaces) {
      Map<String, DefinedSchema> old = bySchema(before);
      Map<String, DefinedSchema> now = bySchema(after);
      for (var each : known.schemas().entrySet()) {
        String name = each.getKey();
        Parsed.DefiningClass parsed = each.getValue();
        if (old.containsKey(name) || now.containsKey(name)) {
          var edit =
              new ClassEdit(
                  parsed,
                  schema(oldPlaces, name, old.containsKey(name), parsed),
                  schema(newPlaces, name, now.containsKey(name), parsed),
                  unplaced);
          files.change(parsed.file(), parsed.text(), edit.apply());
        }
      }
      for (SchemaPlace place : newPlaces.schemas()) {
        if (!known.schemas().containsKey(Places.nameOf(place.schema().name()))) {
          files.write(place.file(), SchemaSource.of(place, newPlaces));
        }
      }
    }

    private static SchemaSource schema(
        Places places, String name, boolean isThere, Parsed.DefiningClass parsed) {
      String schema = name.isEmpty() ? null : name;
      return new SchemaSource(
          places,
          isThere
              ? places.schemaOf(new QualifiedName(schema, ""))
              : SchemaPlace.empty(
                  schema, parsed.packageName(), parsed.className(), parsed.constant()));
    }

    private static Map<String, DefinedSchema> bySchema(Described described) {
      Map<String, DefinedSchema> all = new LinkedHashMap<>();
      described.schemas().forEach(each -> all.put(Places.nameOf(each.name()), each));
      return all;
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

    /** What of the definition no class defines. */
    private Set<ObjectId> elsewhere() {
      Set<ObjectId> ids = new TreeSet<>();
      for (DatabaseObject object : definition.objects()) {
        boolean isElsewhere =
            switch (object) {
              case EnumType type -> !known.enums().containsKey(name(type.id()));
              case CompositeType type -> !known.records().containsKey(name(type.id()));
              case Domain type -> !known.isField(name(type.id()), "domain");
              case Sequence sequence -> !known.isField(name(sequence.id()), "sequence");
              default -> false;
            };
        if (isElsewhere) {
          ids.add(object.id());
        }
      }
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
      Parsed.DefiningClass whole = known.classes().get(name(at));
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
  private void prove(
      UpdatedSources definitions, SourceFolder sources, Updated updated, Catalog database)
      throws IOException {
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
    Catalog result = new Trial(reader).read(files, definitions::in, new TreeSet<>());
    List<Change> differences = result == null ? List.of() : planner.differences(result, database);
    if (result == null || !differences.isEmpty()) {
      throw unplaced(
          result == null
              ? List.of("The server refuses a function of the database when it looks into it.")
              : differences.stream().map(change -> change.id() + " would still differ.").toList());
    }
  }
}
