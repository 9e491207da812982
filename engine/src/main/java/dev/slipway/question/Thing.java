package dev.slipway.question;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What can have another name: an object, or a part that is no object of its own.
 *
 * @param whole the object, or the one that has the part
 * @param part a value of an enumerated type or an attribute of a composite type; null for the
 *     object itself
 */
public record Thing(ObjectId whole, @Nullable String part) {

  private static final Set<Kind> TYPES =
      Set.of(Kind.ENUM, Kind.COMPOSITE_TYPE, Kind.DOMAIN, Kind.RANGE_TYPE);

  /** An object. */
  static Thing of(ObjectId object) {
    return new Thing(object, null);
  }

  /** Its kind in words: {@code column}, {@code value}. */
  public String kind() {
    if (part == null) {
      return whole.kind().words();
    }
    return whole.kind() == Kind.ENUM ? "value" : "attribute";
  }

  /** Its path as messages show it. */
  public String dotted() {
    return path().dotted();
  }

  /** The shortest way to write it beside another: its last name where they are in one place. */
  String beside(Thing other) {
    ObjectId mine = path();
    return mine.equals(other.path().withName(mine.name()))
        ? new ObjectId(mine.kind(), List.of(mine.name())).dotted()
        : dotted();
  }

  /** Its own name, without what it is in. */
  String lastName() {
    return path().name();
  }

  private ObjectId path() {
    if (part == null) {
      return whole;
    }
    List<String> names = new ArrayList<>(whole.path());
    names.add(part);
    return new ObjectId(whole.kind(), names);
  }

  /** Every way to write it: with and without its kind, and without the schema that is searched. */
  Set<String> spellings() {
    Set<String> names = new TreeSet<>(Set.of(dotted()));
    if (dotted().startsWith("public.")) {
      names.add(dotted().substring("public.".length()));
    }
    Set<String> all = new TreeSet<>(names);
    for (String name : names) {
      all.add(kind() + " " + name);
      if (part == null && TYPES.contains(whole.kind())) {
        all.add("type " + name);
      }
    }
    return all;
  }

  /** In words: {@code column public.todo.note}. */
  @Override
  public String toString() {
    return kind() + " " + dotted();
  }
}
