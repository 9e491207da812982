package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Collation;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Lock;
import dev.slipway.plan.LockMode;
import dev.slipway.plan.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Collations as SQL (manual: CREATE COLLATION): only their names can be altered.
 *
 * <p>Columns that have the collation hold rows and stay: they take the database's collation for the
 * time between dropping the old and creating the new.
 */
final class CollationSql implements ObjectSql<Collation> {

  @Override
  public String systemCatalog() {
    return "pg_collation";
  }

  @Override
  public String target(ObjectId id) {
    return "collation " + Quoting.qualified(id);
  }

  @Override
  public List<Statement> create(Collation collation, List<DatabaseObject> within) {
    var options = new ArrayList<String>();
    options.add("provider = " + collation.provider());
    String characters = collation.characters();
    if (characters == null || characters.equals(collation.locale())) {
      options.add("locale = " + Quoting.literal(collation.locale()));
    } else {
      options.add("lc_collate = " + Quoting.literal(collation.locale()));
      options.add("lc_ctype = " + Quoting.literal(characters));
    }
    if (!collation.deterministic()) {
      options.add("deterministic = false");
    }
    if (collation.rules() != null) {
      options.add("rules = " + Quoting.literal(collation.rules()));
    }
    return List.of(
        Statement.of("create " + target(collation.id()) + " (" + String.join(", ", options) + ")"));
  }

  @Override
  public List<Statement> drop(Collation collation) {
    return List.of(Statement.of("drop " + target(collation.id())));
  }

  @Override
  public Alteration alter(Collation before, Collation after, Catalog from, Catalog to) {
    List<Column> columns = columns(after.id(), from, to);
    if (columns.isEmpty()) {
      return new Alteration.Recreate();
    }
    var statements = new ArrayList<Statement>();
    columns.forEach(column -> statements.add(collate(column, "pg_catalog.\"default\"")));
    statements.addAll(drop(before));
    statements.addAll(create(after, List.of()));
    columns.forEach(column -> statements.add(collate(column, Quoting.qualified(after.id()))));
    String keptOwner = from.seen().owners().get(after.id());
    if (keptOwner != null) {
      statements.addAll(new PostgresRenderer().giveTo(after.id(), keptOwner));
    }
    for (DatabaseObject part : to.partsOf(after.id())) {
      if (from.has(part.id())) {
        statements.addAll(new PostgresRenderer().create(part, List.of(), to));
      }
    }
    return new Alteration.InPlace(statements, true);
  }

  private static List<Column> columns(ObjectId collation, Catalog from, Catalog to) {
    var columns = new ArrayList<Column>();
    for (ObjectId id : from.dependencies().dependentsOf(collation)) {
      if (from.find(id) instanceof Column column && column.generated() == null && to.has(id)) {
        columns.add(column);
      }
    }
    return columns;
  }

  private static Statement collate(Column column, String collation) {
    return Statement.of(
        "alter table "
            + Quoting.qualified(column.id())
            + " alter column "
            + Quoting.name(column.id())
            + " type "
            + column.type()
            + " collate "
            + collation,
        new Lock(LockMode.ACCESS_EXCLUSIVE, column.parent()));
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    return List.of(Statement.of("alter " + target(from) + " rename to " + Quoting.name(to)));
  }
}
