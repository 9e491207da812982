package dev.slipway.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a database object: its kind and its path of exact, unquoted names.
 *
 * <p>Paths begin as the {@link Kind#home() home} of the kind says: with the object's own name, its
 * schema, or its schema and relation; and for what is said about another object (a default, an
 * owner, a grant, a comment) with that object's kind and path.
 *
 * <p>Immutable. A class and no record, since the identities of a large schema are compared and
 * looked up millions of times.
 */
public final class ObjectId implements Comparable<ObjectId> {

  private static final Pattern PLAIN =
      Pattern.compile("([a-z_][a-z0-9_$]*|[-+*/<>=~!@#%^&|`?]+)(\\(.*\\))?", Pattern.DOTALL);

  private final Kind kind;
  private final String[] names;
  private final int hash;

  /**
   * @param kind the kind of object
   * @param path the names, outermost first; at least one
   */
  public ObjectId(Kind kind, List<String> path) {
    this(kind, path.toArray(new String[0]));
  }

  /** Of names that nobody else changes. */
  private ObjectId(Kind kind, String[] names) {
    this.kind = kind;
    this.names = names;
    if (names.length == 0) {
      throw new IllegalArgumentException("an object needs a name");
    }
    int hashed = kind.name().hashCode();
    for (String name : names) {
      hashed = 31 * hashed + name.hashCode();
    }
    this.hash = hashed;
  }

  /** The kind of object. */
  public Kind kind() {
    return kind;
  }

  /** The names, outermost first. */
  public List<String> path() {
    return List.of(names);
  }

  /** The identity of an object by its names, outermost first. */
  public static ObjectId of(Kind kind, String... path) {
    return new ObjectId(kind, path.clone());
  }

  /** The identity of what is said about another object, such as its comment. */
  public static ObjectId about(Kind kind, ObjectId subject, String... more) {
    var path = new ArrayList<String>();
    path.add(subject.kind.name());
    path.addAll(Arrays.asList(subject.names));
    path.addAll(List.of(more));
    return new ObjectId(kind, path);
  }

  /** The last name of the path. */
  public String name() {
    return names[names.length - 1];
  }

  /** The first name of the path: the schema, for everything that lives in one. */
  public String schema() {
    return names[0];
  }

  /** The same place under another last name. */
  public ObjectId withName(String name) {
    String[] renamed = names.clone();
    renamed[renamed.length - 1] = name;
    return new ObjectId(kind, renamed);
  }

  /**
   * The path joined by dots, a name in double quotes where it is not plain: {@code public.todo."due
   * date"}.
   */
  public String dotted() {
    return Arrays.stream(names)
        .map(name -> PLAIN.matcher(name).matches() ? name : '"' + name.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining("."));
  }

  @Override
  public int compareTo(ObjectId other) {
    if (this == other) {
      return 0;
    }
    int order = kind == other.kind ? 0 : kind.compareTo(other.kind);
    int common = Math.min(names.length, other.names.length);
    for (int i = 0; order == 0 && i < common; i++) {
      order = names[i].compareTo(other.names[i]);
    }
    return order != 0 ? order : Integer.compare(names.length, other.names.length);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof ObjectId that
            && hash == that.hash
            && kind == that.kind
            && Arrays.equals(names, that.names));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** The object that this one says something about; the object itself for an object of its own. */
  public ObjectId subject() {
    return kind.home() == Kind.Home.ABOUT
        ? new ObjectId(
            Kind.valueOf(names[0]), Arrays.copyOfRange(names, 1, names.length - kind.more()))
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
      return "cast of " + names[0] + " as " + names[1];
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
    if (subject.kind == Kind.COLUMN && subject.names.length > Column.NAMES) {
      ObjectId column =
          new ObjectId(Kind.COLUMN, Arrays.copyOfRange(subject.names, 0, Column.NAMES));
      if (Identity.isAboutSequence(this, column)) {
        return "the sequence of " + column;
      }
    }
    return subject.toString();
  }
}
