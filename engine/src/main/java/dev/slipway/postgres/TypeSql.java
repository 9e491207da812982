package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ObjectId;
import dev.slipway.plan.Statement;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * How a type that columns have is replaced: it is set aside under another name, until the columns
 * have become those of the new one.
 *
 * @param <T> the kind of type
 */
interface TypeSql<T extends DatabaseObject> extends ObjectSql<T> {

  /** Gives the type its other name, and takes from it what would be in the way. */
  default List<Statement> setAside(T type, ObjectId aside, Catalog catalog) {
    return rename(type.id(), aside, catalog);
  }

  /** Takes {@link #setAside} back. */
  default List<Statement> bringBack(T type, ObjectId aside, Catalog catalog) {
    return rename(aside, type.id(), catalog);
  }

  /**
   * The type as it stands aside.
   *
   * @param types what the types that it is made of are called
   */
  T aside(T type, ObjectId aside, UnaryOperator<String> types);
}
