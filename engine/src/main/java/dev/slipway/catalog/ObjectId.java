package dev.slipway.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The identity of a database object: its kind and its path of exact, unquoted names.
 *
 * <p>Paths begin as the {@link Kind#home() home} of the kind says: with the object's own name, its
 * schema, or its schema and relation; and for what is said about another object (a default, an
 * owner, a grant, a comment) with that object's kind and path.
 *
 * @param kind the kind of object
 * @param path the names, outermost first; at least one
 */
public record ObjectId(Kind kind, List<String> path) implements Comparable<ObjectId> {

  private static final Pattern PLAIN =
      Pattern.compile("([a-z_][a-z0-9_$]*|[-+*/<>=~!@#%^&|`?]+)(\\(.*\\))?", Pattern.DOTALL);

  /** Copies the path and refuses an empty one. */
  public ObjectId {
    path = List.copyOf(path);
    if (path.isEmpty()) {
      throw new IllegalArgumentException("an object needs a name");
    }
  }

  /** The identity of an object by its names, outermost first. */
  public static ObjectId of(Kind kind, String... path) {
    return new ObjectId(kind, List.of(path));
  }

  /** The identity of what is said about another object, such as its comment. */
  public static ObjectId about(Kind kind, ObjectId subject, String... more) {
    var path = new ArrayList<String>();
    path.add(subject.kind.name());
    path.addAll(subject.path);
    path.addAll(List.of(more));
    return new ObjectId(kind, path);
  }

  /** The last name of the path. */
  public String name() {
    return path.get(path.size() - 1);
  }

  /** The first name of the path: the schema, for everything that lives in one. */
  public String schema() {
    return path.get(0);
  }

  /** The same place under another last name. */
  public ObjectId withName(String name) {
    var renamed = new ArrayList<>(path.subList(0, path.size() - 1));
    renamed.add(name);
    return new ObjectId(kind, renamed);
  }

  /**
   * The path joined by dots, a name in double quotes where it is not plain: {@code public.todo."due
   * date"}.
   */
  public String dotted() {
    return path.stream()
        .map(name -> PLAIN.matcher(name).matches() ? name : '"' + name.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining("."));
  }

  @Override
  public int compareTo(ObjectId other) {
    int byKind = kind.compareTo(other.kind);
    for (int i = 0; byKind == 0 && i < Math.min(path.size(), other.path.size()); i++) {
      byKind = path.get(i).compareTo(other.path.get(i));
    }
    return byKind != 0 ? byKind : Integer.compare(path.size(), other.path.size());
  }

  /** The object that this one says something about; the object itself for an object of its own. */
  public ObjectId subject() {
    return kind.home() == Kind.Home.ABOUT
        ? new ObjectId(Kind.valueOf(path.get(0)), path.subList(1, path.size() - kind.more()))
        : this;
  }

  /** In words: {@code column public.todo.done}, {@code comment on table public.todo}. */
  @Override
  public String toString() {
    if (kind == Kind.GRANT) {
      return "grant to " + name() + " on " + subjectInWords();
    }
    if (kind == Kind.SECURITY_LABEL) {
      return "security label for " + name() + " on " + subjectInWords();
    }
    if (kind == Kind.CAST) {
      return "cast of " + path.get(0) + " as " + path.get(1);
    }
    if (kind == Kind.COLUMN_DEFAULT) {
      return "default of " + subjectInWords();
    }
    if (kind == Kind.SEQUENCE_OWNER) {
      return "owner of " + subjectInWords();
    }
    return switch (kind.home()) {
      case ABOUT -> kind.words() + (kind == Kind.COMMENT ? " on " : " of ") + subjectInWords();
      case DATABASE, SCHEMA, RELATION -> kind.words() + " " + dotted();
    };
  }

  private String subjectInWords() {
    ObjectId subject = subject();
    if (subject.kind == Kind.COLUMN && subject.path.size() > Column.NAMES) {
      ObjectId column = new ObjectId(Kind.COLUMN, subject.path.subList(0, Column.NAMES));
      if (Identity.isAboutSequence(this, column)) {
        return "the sequence of " + column;
      }
    }
    return subject.toString();
  }
}
