package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.plan.Lock;
import dev.slipway.plan.LockMode;
import dev.slipway.plan.Statement;
import java.util.ArrayList;
import java.util.List;

/** Moves an object to another schema, with what belongs to it (manual: ALTER … SET SCHEMA). */
final class Moving {

  private Moving() {}

  /** The new name is taken on whichever side of the move it is free. */
  static <T extends DatabaseObject> List<Statement> statements(
      ObjectSql<T> sql, ObjectId from, ObjectId to, Catalog catalog) {
    ObjectId movedFirst = in(to.schema(), from);
    ObjectId renamedFirst = in(from.schema(), to);
    var statements = new ArrayList<Statement>();
    if (from.equals(renamedFirst)) {
      statements.addAll(move(sql, from, from, to.schema(), catalog));
    } else if (catalog.has(renamedFirst)) {
      statements.addAll(move(sql, from, from, to.schema(), catalog));
      statements.addAll(sql.rename(movedFirst, to, catalog));
    } else {
      statements.addAll(sql.rename(from, renamedFirst, catalog));
      statements.addAll(move(sql, from, renamedFirst, to.schema(), catalog));
    }
    return statements;
  }

  /** An object of an identity is of the type that the SQL of its kind takes. */
  @SuppressWarnings("unchecked")
  private static <T extends DatabaseObject> List<Statement> move(
      ObjectSql<T> sql, ObjectId id, ObjectId from, String schema, Catalog catalog) {
    String target =
        from.kind() == Kind.VIEW ? "table " + Quoting.qualified(from) : sql.target(from);
    if (target == null) {
      throw new IllegalArgumentException("the " + from + " can't be moved");
    }
    var statements = new ArrayList<Statement>();
    statements.add(
        new Statement(
            "alter " + target + " set schema " + Quoting.identifier(schema),
            from.kind() == Kind.TABLE || from.kind() == Kind.VIEW
                ? List.of(new Lock(LockMode.ACCESS_EXCLUSIVE, from))
                : List.of(),
            true));
    DatabaseObject object = catalog.find(id);
    if (object != null) {
      statements.addAll(sql.follow((T) object, from, schema));
    }
    return statements;
  }

  private static ObjectId in(String schema, ObjectId id) {
    var path = new ArrayList<>(id.path());
    path.set(0, schema);
    return new ObjectId(id.kind(), path);
  }
}
