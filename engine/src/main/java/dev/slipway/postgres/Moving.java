package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
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
  static List<Statement> statements(ObjectSql<?> sql, ObjectId from, ObjectId to, Catalog catalog) {
    ObjectId movedFirst = in(to.schema(), from);
    ObjectId renamedFirst = in(from.schema(), to);
    var statements = new ArrayList<Statement>();
    if (catalog.has(movedFirst)) {
      statements.addAll(sql.rename(from, renamedFirst, catalog));
      statements.add(move(sql, renamedFirst, to.schema()));
    } else {
      statements.add(move(sql, from, to.schema()));
      if (!movedFirst.equals(to)) {
        statements.addAll(sql.rename(movedFirst, to, catalog));
      }
    }
    return statements;
  }

  private static Statement move(ObjectSql<?> sql, ObjectId id, String schema) {
    String target = id.kind() == Kind.VIEW ? "table " + Quoting.qualified(id) : sql.target(id);
    if (target == null) {
      throw new IllegalArgumentException("the " + id + " can't be moved");
    }
    return new Statement(
        "alter " + target + " set schema " + Quoting.identifier(schema),
        id.kind() == Kind.TABLE || id.kind() == Kind.VIEW
            ? List.of(new Lock(LockMode.ACCESS_EXCLUSIVE, id))
            : List.of(),
        true);
  }

  private static ObjectId in(String schema, ObjectId id) {
    var path = new ArrayList<>(id.path());
    path.set(0, schema);
    return new ObjectId(id.kind(), path);
  }
}
