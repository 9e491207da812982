package dev.slipway.usage;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.ReleaseUse;
import dev.slipway.dialect.ReleaseUse.How;
import dev.slipway.error.SlipwayException;
import dev.slipway.source.DefinedClass;
import dev.slipway.source.DefinedClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the classes of an application use of a schema. Start here.
 *
 * <p>A field of a table class that is read is used, under the name that it has in the database: by
 * the table classes of the application itself, as the release knows them, or by those of the
 * project where it brings none. Where a method asks for whole rows, all columns of the tables that
 * it names are used; where one does without naming a table, those of all tables that the
 * application names. A text that has the name of a table as a word uses it, and the columns that
 * texts of the same class name. What makes its names up while it runs can't be seen.
 */
public final class UsageScan {

  /** Methods of jOOQ that take or give whole rows of a table. */
  private static final Set<String> WHOLE_ROWS =
      Set.of(
          "asterisk",
          "batchInsert",
          "batchStore",
          "batchUpdate",
          "executeInsert",
          "executeUpdate",
          "fields",
          "fieldsRow",
          "loadInto",
          "newRecord",
          "recordType",
          "selectFrom");

  private static final Set<String> INSERTS =
      Set.of(
          "batchInsert",
          "batchStore",
          "executeInsert",
          "insertInto",
          "loadInto",
          "mergeInto",
          "newRecord",
          "replaceInto");

  private static final String JOOQ = "org.jooq.";

  private final TableNames names;
  private final Map<String, List<ObjectId>> tables;
  private final Map<String, List<ObjectId>> columns;
  private final Set<String> definitions;
  private final Map<ObjectId, Map<How, ReleaseUse>> uses = new TreeMap<>();
  private final List<SeenClass.Method> withoutTable = new ArrayList<>();
  private final List<String> withoutTableIn = new ArrayList<>();

  private UsageScan(Catalog catalog, List<DefinedClass> defined) {
    this.names = new TableNames(catalog, defined);
    this.tables =
        defined.stream()
            .collect(
                Collectors.groupingBy(
                    DefinedClass::name,
                    Collectors.mapping(DefinedClass::table, Collectors.toList())));
    this.columns = new TreeMap<>();
    for (DefinedClass each : defined) {
      each.columns()
          .forEach(
              (field, ids) -> columns.computeIfAbsent(field, key -> new ArrayList<>()).addAll(ids));
    }
    this.definitions = new HashSet<>(tables.keySet());
    defined.forEach(each -> definitions.addAll(each.groups()));
    columns.keySet().forEach(field -> definitions.add(field.substring(0, field.lastIndexOf('.'))));
  }

  /**
   * Scans.
   *
   * @param entries jars and folders of compiled classes
   * @param catalog what texts may name
   * @param classPath further jars and folders that the table classes need
   * @param project the folder of the project's own table classes; null where it has none
   * @return the uses in the order of what is used, the first place of each
   * @throws SlipwayException when the classes can't be read, or table classes not be loaded
   */
  public static List<ReleaseUse> of(
      List<Path> entries, Catalog catalog, List<Path> classPath, @Nullable Path project) {
    try (ClassSet classes = ClassSet.of(entries)) {
      List<Path> path = new ArrayList<>(classPath);
      path.add(classes.own());
      path.add(classes.libraries());
      List<DefinedClass> defined = new ArrayList<>(DefinedClasses.load(classes.own(), path));
      defined.addAll(DefinedClasses.load(classes.libraries(), path));
      if (defined.isEmpty() && project != null) {
        defined.addAll(DefinedClasses.load(project, path));
      }
      var scan = new UsageScan(catalog, defined);
      scan.all(classes.own(), true);
      scan.all(classes.libraries(), false);
      scan.takeWholeRowsOfAny();
      return scan.uses.values().stream().flatMap(each -> each.values().stream()).sorted().toList();
    }
  }

  /**
   * @param readsTexts whether texts count: those of libraries say nothing of this schema
   */
  private void all(Path folder, boolean readsTexts) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        one(file, readsTexts);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new SlipwayException(
          UsageError.CLASSES_UNREADABLE,
          "The classes can't be read: " + e.getMessage(),
          "Name jars and folders that are whole and readable.",
          e);
    }
  }

  private void one(Path file, boolean readsTexts) throws IOException {
    SeenClass seen = ClassEyes.read(Files.readAllBytes(file));
    List<SeenClass.Method> methods =
        seen.methods().stream().filter(method -> !defines(seen, method)).toList();
    methods.forEach(method -> fields(seen, method));
    if (readsTexts) {
      texts(seen, methods);
    }
  }

  /** What a table class says to define itself uses nothing. */
  private boolean defines(SeenClass seen, SeenClass.Method method) {
    return definitions.contains(seen.name())
        && (method.name().isEmpty()
            || method.name().equals("<init>")
            || method.name().equals("<clinit>")
            || method.name().startsWith("lambda$new$")
            || method.name().startsWith("lambda$static$"));
  }

  private void fields(SeenClass seen, SeenClass.Method method) {
    Set<ObjectId> named = new HashSet<>();
    for (SeenClass.Field field : method.fields()) {
      for (ObjectId table : tables.getOrDefault(field.type(), List.of())) {
        named.add(table);
        use(table, How.FIELD, seen.name(), field.line());
      }
      for (ObjectId column : columns.getOrDefault(field.owner() + "." + field.name(), List.of())) {
        use(column, How.FIELD, seen.name(), field.line());
      }
    }
    boolean takesAll = method.calls().stream().anyMatch(UsageScan::takesWholeRows);
    boolean inserts =
        method.calls().stream()
            .anyMatch(call -> call.owner().startsWith(JOOQ) && INSERTS.contains(call.name()));
    Integer line = method.fields().isEmpty() ? null : method.fields().getFirst().line();
    for (ObjectId table : named) {
      if (takesAll) {
        use(table, How.ALL_COLUMNS, seen.name(), line);
      }
      if (inserts) {
        use(table, How.INSERTS, seen.name(), line);
      }
    }
    if (named.isEmpty() && (takesAll || inserts) && !tables.isEmpty()) {
      withoutTable.add(method);
      withoutTableIn.add(seen.name());
    }
  }

  private static boolean takesWholeRows(SeenClass.Call call) {
    if (!call.owner().startsWith(JOOQ) && !call.owner().startsWith("dev.slipway.schema.")) {
      return false;
    }
    return WHOLE_ROWS.contains(call.name())
        || (call.name().startsWith("select") && call.descriptor().startsWith("()"))
        || (call.name().startsWith("fetch") && call.descriptor().contains("Lorg/jooq/Table;"))
        || (call.name().equals("insertInto") && call.descriptor().startsWith("(Lorg/jooq/Table;)"));
  }

  /** A method that is given its table may be given any that the application names. */
  private void takeWholeRowsOfAny() {
    List<ObjectId> named =
        uses.entrySet().stream()
            .filter(each -> each.getValue().containsKey(How.FIELD))
            .map(Map.Entry::getKey)
            .filter(id -> tables.values().stream().anyMatch(ids -> ids.contains(id)))
            .toList();
    for (int i = 0; i < withoutTable.size(); i++) {
      SeenClass.Method method = withoutTable.get(i);
      boolean takesAll = method.calls().stream().anyMatch(UsageScan::takesWholeRows);
      boolean isDirect =
          method.calls().stream()
              .anyMatch(call ->
                  Set.of("selectFrom", "asterisk", "newRecord", "insertInto").contains(call.name())
                      || call.descriptor().contains("Lorg/jooq/Table;"));
      if (isDirect) {
        String place = withoutTableIn.get(i);
        for (ObjectId table : named) {
          use(table, takesAll ? How.ALL_COLUMNS : How.INSERTS, place, null);
        }
      }
    }
  }

  private void texts(SeenClass seen, List<SeenClass.Method> methods) {
    List<SeenClass.Text> texts =
        methods.stream().flatMap(method -> method.texts().stream()).toList();
    Function<SeenClass.Text, Set<String>> words = text -> TableNames.words(text.value());
    Set<ObjectId> named = new HashSet<>();
    for (SeenClass.Text text : texts) {
      for (ObjectId table : names.tables(words.apply(text))) {
        named.add(table);
        use(table, How.TEXT, seen.name(), text.line());
        if (text.value().indexOf('*') >= 0) {
          use(table, How.ALL_COLUMNS, seen.name(), text.line());
        }
        if (words.apply(text).contains("insert")) {
          use(table, How.INSERTS, seen.name(), text.line());
        }
      }
    }
    for (SeenClass.Text text : named.isEmpty() ? List.<SeenClass.Text>of() : texts) {
      for (ObjectId table : named) {
        names
            .columns(table, words.apply(text))
            .forEach(column -> use(column, How.TEXT, seen.name(), text.line()));
      }
    }
  }

  private void use(ObjectId object, How how, String place, @Nullable Integer line) {
    uses.computeIfAbsent(object, id -> new TreeMap<>())
        .putIfAbsent(how, new ReleaseUse(object, how, place, line));
  }
}
