package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Alteration;
import dev.slipway.dialect.Renderer;
import dev.slipway.plan.RowCheck;
import dev.slipway.plan.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one kind of object is told to the server; see {@link Renderer} for what each method promises.
 *
 * @param <T> the kind of object
 */
interface ObjectSql<T extends DatabaseObject> {

  List<Statement> create(T object, List<DatabaseObject> within);

  List<Statement> drop(T object);

  /** As {@link #create(DatabaseObject, List)}, for what is told differently in another company. */
  default List<Statement> create(T object, List<DatabaseObject> within, Catalog in) {
    return create(object, within);
  }

  /**
   * As {@link #drop(DatabaseObject)}, for what is told differently in another company, and with
   * what must be said again because the engine took it along.
   */
  default List<Statement> drop(T object, List<DatabaseObject> along, Catalog from, Catalog to) {
    return drop(object);
  }

  Alteration alter(T before, T after, Catalog from, Catalog to);

  List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog);

  /**
   * What the server leaves behind when an object is moved to another schema.
   *
   * @param object the object as it was before
   * @param from its identity when it is moved, by when it may have its new name
   * @param schema where it is now
   */
  default List<Statement> follow(T object, ObjectId from, String schema) {
    return List.of();
  }

  default List<Statement> renamePart(T whole, String from, String to) {
    throw new IllegalArgumentException("the " + whole.id() + " has no parts without identity");
  }

  default List<String> partsOf(T whole) {
    return List.of();
  }

  default boolean needsNewParent(T part, Catalog from, Catalog to) {
    return false;
  }

  /**
   * The system catalog that holds the objects of this kind, such as {@code pg_class}; null where
   * they are part of something else there.
   */
  default @Nullable String systemCatalog() {
    return null;
  }

  /**
   * The object as COMMENT, ALTER and DROP name it, such as {@code table public.todo}; null for what
   * has no name.
   */
  default @Nullable String target(ObjectId id) {
    return null;
  }

  /** The object as GRANT names it; null where nobody has privileges on it. */
  default @Nullable String grantTarget(ObjectId id) {
    return null;
  }

  default @Nullable String loss(T before, @Nullable T after) {
    return null;
  }

  default List<RowCheck> rowChecks(@Nullable T before, T after, Catalog from, Catalog to) {
    return List.of();
  }
}
