package dev.slipway.source;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Directive;
import dev.slipway.dialect.Renderer;
import dev.slipway.dialect.Script;
import dev.slipway.error.SlipwayException;
import dev.slipway.planner.DeclaredRename;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the renames that SQL files declare: {@code -- slipway: renamed: table public.task from
 * todo}.
 *
 * <p>The kind is said in the words of {@link Kind#words()}, or as SQL says it; the name is the
 * present one, as messages show it; after {@code from} stands the old one, with a schema where the
 * object was moved. Values of enumerated types, attributes of composite types and columns of views
 * are parts of their object: {@code value public.mood.glad from happy}.
 */
final class RenameDirectives {

  private static final String RENAMED = "renamed";

  /** What SQL calls by another word than the catalog, or by one for several kinds. */
  private static final Map<String, List<Kind>> SQL_WORDS =
      Map.of(
          "type",
          List.of(Kind.ENUM, Kind.COMPOSITE_TYPE, Kind.RANGE_TYPE, Kind.DOMAIN, Kind.BASE_TYPE),
          "function",
          List.of(Kind.ROUTINE),
          "procedure",
          List.of(Kind.ROUTINE),
          "foreign table",
          List.of(Kind.TABLE),
          "materialized view",
          List.of(Kind.VIEW),
          "server",
          List.of(Kind.FOREIGN_SERVER));

  private final Catalog catalog;
  private final Renderer renderer;

  private RenameDirectives(Catalog catalog, Renderer renderer) {
    this.catalog = catalog;
    this.renderer = renderer;
  }

  /**
   * The renames that scripts declare.
   *
   * @param scripts the scripts of a definition
   * @param catalog the catalog that they define
   * @param renderer knows the parts of objects
   * @throws SlipwayException naming the line of a directive that is not understood, or whose object
   *     the definition does not have
   */
  static List<DeclaredRename> read(List<Script> scripts, Catalog catalog, Renderer renderer) {
    var reader = new RenameDirectives(catalog, renderer);
    List<DeclaredRename> renames = new ArrayList<>();
    for (Script script : scripts) {
      for (Directive directive : script.directives()) {
        renames.add(reader.read(script, directive));
      }
    }
    return renames;
  }

  private DeclaredRename read(Script script, Directive directive) {
    if (!directive.name().equals(RENAMED)) {
      throw bad(
          script,
          directive,
          "a definition knows no directive \"" + directive.name() + "\".",
          "Write \"-- slipway: renamed: KIND NAME from OLD\", or take the line out.");
    }
    DirectiveWords words = DirectiveWords.of(directive.argument());
    if (words == null) {
      throw bad(
          script,
          directive,
          "\"" + directive.argument() + "\" declares no rename.",
          "Write \"-- slipway: renamed: KIND NAME from OLD\", as in \"renamed: column"
              + " public.task.note from remark\".");
    }
    DeclaredRename rename = part(words);
    if (rename == null) {
      rename = object(words);
    }
    if (rename == null) {
      throw bad(
          script,
          directive,
          "the definition has no " + words.kind() + " " + String.join(".", words.name()) + ".",
          "Give the present name after the kind, with its schema, and the old one after \"from\".");
    }
    return rename;
  }

  private @Nullable DeclaredRename object(DirectiveWords words) {
    for (Kind kind : kinds(words.kind())) {
      ObjectId to = new ObjectId(kind, words.name());
      if (catalog.has(to)) {
        return new DeclaredRename.OfObject(from(to, words.old()), to);
      }
    }
    return null;
  }

  private static ObjectId from(ObjectId to, List<String> old) {
    boolean isWhole = old.size() == to.path().size() && old.size() > 1;
    String name = old.get(isWhole ? placeOfName(to.kind()) : old.size() - 1);
    if (to.kind().names() == Kind.Names.ROUTINES && !name.endsWith(")")) {
      name += to.name().substring(to.name().lastIndexOf('('));
    }
    List<String> path = new ArrayList<>(isWhole ? old : to.path());
    path.set(placeOfName(to.kind()), name);
    return new ObjectId(to.kind(), path);
  }

  private static int placeOfName(Kind kind) {
    return switch (kind.home()) {
      case DATABASE -> 0;
      case SCHEMA -> 1;
      case RELATION, ABOUT -> 2;
    };
  }

  private @Nullable DeclaredRename part(DirectiveWords words) {
    List<String> path = words.name();
    if (path.size() != 3 || !List.of("value", "attribute", "column").contains(words.kind())) {
      return null;
    }
    String name = path.get(2);
    for (Kind kind : List.of(Kind.ENUM, Kind.COMPOSITE_TYPE, Kind.VIEW)) {
      DatabaseObject whole = catalog.find(new ObjectId(kind, path.subList(0, 2)));
      if (whole != null && renderer.partsOf(whole).contains(name)) {
        String old = words.old().get(words.old().size() - 1);
        return new DeclaredRename.OfPart(whole.id(), old, name);
      }
    }
    return null;
  }

  private static List<Kind> kinds(String words) {
    List<Kind> known = SQL_WORDS.get(words);
    Stream<Kind> named = Arrays.stream(Kind.values()).filter(kind -> kind.words().equals(words));
    return known != null ? known : named.filter(kind -> kind.home() != Kind.Home.ABOUT).toList();
  }

  private static SlipwayException bad(
      Script script, Directive directive, String what, String next) {
    return new SlipwayException(
        SourceError.BAD_DIRECTIVE,
        script.origin() + ", line " + directive.line() + ": " + what,
        next);
  }
}
