package dev.slipway.postgres;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Identities of what is said about a view's column or about a materialized view. The catalog has no
 * object of its own for either, but a statement must tell them from the view.
 */
final class Said {

  private static final String COLUMN = "column";
  private static final String MATERIALIZED = "materialized";

  private Said() {}

  /** The identity of what is said about a column of a view. */
  static ObjectId aboutViewColumn(Kind kind, ObjectId view, String column, String... more) {
    var path = new ArrayList<>(List.of(COLUMN, column));
    path.addAll(List.of(more));
    return ObjectId.about(kind, view, path.toArray(new String[0]));
  }

  /** The identity of what is said about a materialized view. */
  static ObjectId aboutMaterialized(Kind kind, ObjectId view) {
    return ObjectId.about(kind, view, MATERIALIZED);
  }

  /** The column of the view that something is said about; null for the view itself. */
  static @Nullable String viewColumn(ObjectId id, ObjectId on) {
    List<String> more = more(id, on);
    return on.kind() == Kind.VIEW && more.size() >= 2 && more.get(0).equals(COLUMN)
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
