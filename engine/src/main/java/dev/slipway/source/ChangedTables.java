package dev.slipway.source;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Identity;
import dev.slipway.catalog.Index;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.PublicationMember;
import dev.slipway.catalog.Selection;
import dev.slipway.catalog.SequenceOwner;
import dev.slipway.catalog.Statistics;
import dev.slipway.dialect.Compared;
import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.Scope;
import dev.slipway.dialect.Script;
import dev.slipway.dialect.ScriptStatement;
import dev.slipway.error.SlipwayException;
import dev.slipway.planner.SchemaPlanner;
import dev.slipway.schema.model.ServerChosenName;
import dev.slipway.shadow.ScriptLoader;
import dev.slipway.shadow.Shadow;
import dev.slipway.shadow.ShadowDatabase;
import dev.slipway.source.Elaborations.Known;
import dev.slipway.source.Elaborations.KnownScript;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The short way to the catalog of a definition of which another version is known: where only tables
 * differ, these alone are loaded, with the foreign keys to them, beside what they may need.
 *
 * <p>It is taken only where the rest can't depend on them otherwise, nor they on more of it than is
 * there; in every doubt the answer is null, and everything is loaded.
 */
final class ChangedTables {

  /** In SQL that somebody wrote, what may concern tables that it does not name. */
  private static final Pattern FAR_REACHING =
      Pattern.compile(
          "\\b(all\\s+(tables|sequences)|default\\s+privileges|execute|do|event\\s+trigger"
              + "|search_path|reassign|tables\\s+in\\s+schema)\\b|u&");

  private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N}_$]+");

  private final Known base;
  private final Catalog known;
  private final List<Script> scripts;
  private final Set<ObjectId> tables = new LinkedHashSet<>();
  private final Selection changed;

  private ChangedTables(Known base, List<Script> scripts) {
    this.base = base;
    this.known = base.catalog();
    this.scripts = scripts;
    this.changed = new Selection(known);
  }

  /**
   * The catalog that loading all scripts leads to; null where that has to be done to know it.
   *
   * @param base what is known
   * @param scripts the scripts of the definition as it is now
   */
  static @Nullable Catalog elaborate(
      Dialect dialect, Shadow shadow, Known base, List<Script> scripts) {
    var elaboration = new ChangedTables(base, scripts);
    if (!elaboration.findTables() || !elaboration.isApart()) {
      return null;
    }
    try {
      return elaboration.load(dialect, shadow);
    } catch (SlipwayException e) {
      // the long way says what is wrong, if anything is
      return null;
    }
  }

  /** Finds the tables that differ; false where something else does. */
  private boolean findTables() {
    List<KnownScript> now = Elaborations.known(scripts);
    Set<KnownScript> both = new HashSet<>(now);
    both.retainAll(base.scripts());
    if (!base.scripts().stream()
        .filter(both::contains)
        .toList()
        .equals(now.stream().filter(both::contains).toList())) {
      return false;
    }
    List<KnownScript> differing = new ArrayList<>(base.scripts());
    differing.addAll(now);
    for (KnownScript script : differing) {
      if (!both.contains(script)) {
        if (script.table() == null) {
          return false;
        }
        tables.add(script.table());
      }
    }
    return true;
  }

  /** Whether nothing else has to do with the tables that differ but what is loaded with them. */
  private boolean isApart() {
    Deque<ObjectId> whole = new ArrayDeque<>(tables);
    for (SequenceOwner owner : known.all(SequenceOwner.class)) {
      if (tables.contains(tableOf(owner.column()))) {
        whole.add(owner.sequence());
      }
    }
    whole.forEach(changed::add);
    changed.addDependents(whole);
    for (DatabaseObject object : known.objects()) {
      ObjectId id = object.id();
      if (id.kind() == Kind.EVENT_TRIGGER
          || (changed.has(id) && !isLoadedAnew(object, new HashSet<>(whole)))) {
        return false;
      }
    }
    return scripts.stream().noneMatch(this::mayConcern);
  }

  private static @Nullable ObjectId tableOf(ObjectId part) {
    return part.kind() == Kind.COLUMN || part.kind() == Kind.CONSTRAINT
        ? ObjectId.of(Kind.TABLE, part.path().get(0), part.path().get(1))
        : null;
  }

  private boolean isLoadedAnew(DatabaseObject object, Set<ObjectId> whole) {
    ObjectId parent = object.parent();
    return switch (object.id().kind()) {
      case INHERITANCE, PARTITION, INDEX_PARTITION, TRIGGER, RULE -> false;
      case PUBLICATION_MEMBER ->
          object instanceof PublicationMember member
              && member.columns().isEmpty()
              && member.filter() == null;
      case CONSTRAINT ->
          tables.contains(tableOf(object.id()))
              || (object instanceof Constraint key
                  && key.type() == Constraint.Type.FOREIGN_KEY
                  && isOfOneScript(tableOf(object.id())));
      default -> {
        DatabaseObject above = parent == null ? null : known.find(parent);
        yield above == null ? whole.contains(object.id()) : isLoadedAnew(above, whole);
      }
    };
  }

  /** Whether a table is an ordinary one that the definition makes. */
  private boolean isOfOneScript(@Nullable ObjectId table) {
    return table != null
        && known.inheritorsOf(table).isEmpty()
        && known.partsOf(table).stream()
            .noneMatch(
                part -> part.id().kind() == Kind.PARTITION || part.id().kind() == Kind.INHERITANCE)
        && scripts.stream().anyMatch(script -> isOf(script, table));
  }

  private static boolean isOf(Script script, ObjectId table) {
    Script.OfTable part = script.part();
    return part != null && part.table().equals(table);
  }

  /** Whether a script of which nobody knows what it makes may make something of the tables. */
  private boolean mayConcern(Script script) {
    boolean isGenerated = script.statements().stream().allMatch(each -> each.line() == 0);
    if (script.part() != null || (isGenerated && script.origin().startsWith("publication "))) {
      return false;
    }
    Set<String> names = new HashSet<>();
    for (ObjectId table : tables) {
      names.add(table.name().toLowerCase(Locale.ROOT));
    }
    boolean isPlain = names.stream().allMatch(name -> WORDS.matcher(name).matches());
    for (ScriptStatement statement : script.statements()) {
      String sql = statement.sql().toLowerCase(Locale.ROOT);
      if (!isGenerated && (!isPlain || FAR_REACHING.matcher(sql).find())) {
        return true;
      }
      if (WORDS.matcher(sql).results().anyMatch(word -> names.contains(word.group()))) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Catalog load(Dialect dialect, Shadow shadow) {
    Selection context = context();
    List<Script> again = scripts.stream().filter(this::isLoadedAgain).toList();
    Catalog beside = context.of(known);
    Catalog loaded;
    try (ShadowDatabase database = shadow.scratch()) {
      Scope scope = shadow.scope();
      new SchemaPlanner(dialect, shadow).fill(database, beside);
      ScriptLoader.load(
          database.connection(), again, scope.compares(Compared.ROLES), shadow.watcher());
      loaded = dialect.introspect(database.connection(), scope);
    }
    return merged(context, loaded);
  }

  private boolean isLoadedAgain(Script script) {
    Script.OfTable part = script.part();
    return part != null
        && (tables.contains(part.table()) || part.others().stream().anyMatch(tables::contains));
  }

  /** What the tables may need: everything that is in no table, and the tables beside them. */
  private Selection context() {
    var context = new Selection(known);
    for (DatabaseObject object : known.objects()) {
      ObjectId id = object.id();
      boolean isOwned = known.has(ObjectId.about(Kind.SEQUENCE_OWNER, id));
      if (!changed.has(id) && isNoTable(id.kind()) && !isOwned) {
        context.add(object.id());
      }
    }
    for (Script script : scripts) {
      Script.OfTable part = script.part();
      if (part != null && isLoadedAgain(script)) {
        addTable(part.table(), context);
        part.others().forEach(other -> addTable(other, context));
      }
    }
    context.addNeeds();
    return context;
  }

  private void addTable(ObjectId table, Selection context) {
    if (!tables.contains(table) && known.has(table) && context.add(table)) {
      for (DatabaseObject part : known.partsOf(table)) {
        if (part instanceof Column
            || part instanceof Index
            || part instanceof Statistics
            || (part instanceof Constraint key && key.type() != Constraint.Type.FOREIGN_KEY)) {
          context.add(part.id());
        }
      }
    }
  }

  private static boolean isNoTable(Kind kind) {
    return switch (kind) {
      case ROLE,
          ROLE_MEMBER,
          SCHEMA,
          EXTENSION,
          LANGUAGE,
          FOREIGN_DATA_WRAPPER,
          FOREIGN_SERVER,
          USER_MAPPING,
          COLLATION,
          CONVERSION,
          BASE_TYPE,
          ENUM,
          COMPOSITE_TYPE,
          DOMAIN,
          DOMAIN_CONSTRAINT,
          RANGE_TYPE,
          SEQUENCE,
          ROUTINE,
          AGGREGATE,
          OPERATOR,
          OPERATOR_FAMILY,
          OPERATOR_CLASS,
          CAST,
          TRANSFORM,
          TEXT_SEARCH_PARSER,
          TEXT_SEARCH_TEMPLATE,
          TEXT_SEARCH_DICTIONARY,
          TEXT_SEARCH_CONFIGURATION,
          DEFAULT_PRIVILEGES ->
          true;
      case TABLE,
          COLUMN,
          COLUMN_DEFAULT,
          SEQUENCE_OWNER,
          INHERITANCE,
          PARTITION,
          CONSTRAINT,
          INDEX,
          INDEX_PARTITION,
          CLUSTERING,
          REPLICA_IDENTITY,
          STATISTICS,
          VIEW,
          RULE,
          TRIGGER,
          EVENT_TRIGGER,
          POLICY,
          PUBLICATION,
          PUBLICATION_SCHEMA,
          PUBLICATION_MEMBER,
          SUBSCRIPTION,
          OWNER,
          GRANT,
          SECURITY_LABEL,
          COMMENT ->
          false;
    };
  }

  /** The known catalog with what was loaded instead of what was there; null in doubt. */
  private @Nullable Catalog merged(Selection context, Catalog loaded) {
    var fresh = new Selection(loaded);
    Set<List<String>> names = new HashSet<>();
    for (DatabaseObject object : loaded.objects()) {
      ObjectId id = object.id();
      if (context.has(id)) {
        if (!object.equals(known.find(id))) {
          return null;
        }
      } else if (known.has(id) && !changed.has(id)) {
        return null;
      } else {
        fresh.add(id);
        names.addAll(relationNames(object));
      }
    }
    Set<List<String>> gone = new HashSet<>();
    Set<List<String>> others = new HashSet<>();
    Selection kept = new Selection(known);
    for (DatabaseObject object : known.objects()) {
      ObjectId id = object.id();
      if (context.has(id) && !loaded.has(id)) {
        return null;
      }
      if (!changed.has(id)) {
        others.addAll(relationNames(object));
      } else if (id.kind() == Kind.PUBLICATION_MEMBER) {
        if (!(object instanceof PublicationMember member) || !loaded.has(member.table())) {
          return null;
        }
        kept.add(id);
      } else {
        gone.addAll(relationNames(object));
        if (id.kind() == Kind.CONSTRAINT && !tables.contains(tableOf(id)) && !fresh.has(id)) {
          return null;
        }
      }
    }
    gone.removeAll(names);
    if (others.stream().anyMatch(other -> names.contains(other) || isChosenBesides(other, gone))) {
      return null;
    }
    var replaced = new Selection(known);
    for (DatabaseObject object : known.objects()) {
      if (changed.has(object.id()) && !kept.has(object.id())) {
        replaced.add(object.id());
      }
    }
    return replaced.replacing(known, fresh.of(loaded));
  }

  /** Whether the server may have added digits to a name because another was taken. */
  private static boolean isChosenBesides(List<String> name, Set<List<String>> gone) {
    String last = name.get(1);
    int end = last.length();
    while (end > 0 && Character.isDigit(last.charAt(end - 1))) {
      end--;
    }
    for (int cut = end; cut < last.length(); cut++) {
      if (gone.contains(List.of(name.get(0), last.substring(0, cut)))) {
        return true;
      }
    }
    return false;
  }

  /** The names among those of the relations of a schema that an object takes. */
  private static List<List<String>> relationNames(DatabaseObject object) {
    ObjectId id = object.id();
    if (object instanceof Constraint constraint) {
      // where it has no index the name is only its table's, but chosen as if it were the schema's
      return List.of(List.of(id.schema(), constraint.id().name()));
    }
    if (object instanceof Column column && column.identity() != null) {
      Identity identity = column.identity();
      String chosen = ServerChosenName.of(id.path().get(1), List.of(id.path().get(2)), "seq");
      String sequence = identity.sequence();
      return List.of(List.of(id.schema(), sequence == null ? chosen : sequence));
    }
    return id.kind().names() == Kind.Names.RELATIONS
        ? List.of(List.of(id.schema(), id.name()))
        : List.of();
  }
}
