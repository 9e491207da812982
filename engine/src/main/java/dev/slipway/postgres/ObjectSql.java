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

  Alteration alter(T before, T after, Catalog from, Catalog to);

  List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog);

  default @Nullable String loss(T before, @Nullable T after) {
    return null;
  }

  default List<RowCheck> rowChecks(@Nullable T before, T after, Catalog from, Catalog to) {
    return List.of();
  }
}
