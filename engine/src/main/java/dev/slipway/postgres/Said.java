package dev.slipway.postgres;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Identities of what is said about a view's column, a composite type's attribute, a materialized
 * view, a constraint's index or a column's constraint that refuses null. The catalog has no object
 * of its own for any of them, but a statement must tell them from the whole.
 */
final class Said {

  private static final String COLUMN = "column";
  private static final String MATERIALIZED = "materialized";
  private static final String INDEX = "index";
  private static final String NOT_NULL = "not null";

  private Said() {}

  /** The identity of what is said about a column of a view, or an attribute of a type. */
  static ObjectId aboutViewColumn(Kind kind, ObjectId view, String column, String... more) {
    var path = new ArrayList<>(List.of(COLUMN, column));
    path.addAll(List.of(more));
    return ObjectId.about(kind, view, path.toArray(new String[0]));
  }

  /** The identity of what is said about a materialized view. */
  static ObjectId aboutMaterialized(Kind kind, ObjectId view) {
    return ObjectId.about(kind, view, MATERIALIZED);
  }

  /** The identity of what is said about the index of a constraint. */
  static ObjectId aboutIndexOf(Kind kind, ObjectId constraint) {
    return ObjectId.about(kind, constraint, INDEX);
  }

  /** The identity of what is said about the constraint by which a column refuses null. */
  static ObjectId aboutNotNull(Kind kind, ObjectId column) {
    return ObjectId.about(kind, column, NOT_NULL);
  }

  /** Whether something is said about the constraint by which a column refuses null. */
  static boolean isAboutNotNull(ObjectId id, ObjectId on) {
    return on.kind() == Kind.COLUMN && more(id, on).equals(List.of(NOT_NULL));
  }

  /** Whether something is said about the index of a constraint. */
  static boolean isAboutIndex(ObjectId id, ObjectId on) {
    return on.kind() == Kind.CONSTRAINT && more(id, on).equals(List.of(INDEX));
  }

  /** The column of the view, or attribute, that something is said about; null for the whole. */
  static @Nullable String viewColumn(ObjectId id, ObjectId on) {
    List<String> more = more(id, on);
    return (on.kind() == Kind.VIEW || on.kind() == Kind.COMPOSITE_TYPE)
            && more.size() >= 2
            && more.get(0).equals(COLUMN)
        ? more.get(1)
        : null;
  }

  /** Whether something is said about a materialized view. */
  static boolean isAboutMaterialized(ObjectId id, ObjectId on) {
    return on.kind() == Kind.VIEW && more(id, on).equals(List.of(MATERIALIZED));
  }

  private static List<String> more(ObjectId id, ObjectId on) {
    return id.path().subList(1 + on.path().size(), id.path().size());
  }
}
