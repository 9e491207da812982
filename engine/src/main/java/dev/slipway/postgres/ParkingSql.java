package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Index;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Sequence;
import dev.slipway.plan.Parking;
import dev.slipway.plan.RowCheck;
import dev.slipway.plan.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Parks and brings back by names alone, so that neither rewrites a row.
 *
 * <p>Indexes, the sequences of columns and constraints follow their table to another schema
 * (manual: ALTER TABLE, SET SCHEMA), where others of their names may be; so each gets a name of its
 * own first. By the name of its index a constraint of a partition can be renamed too.
 */
final class ParkingSql {

  /**
   * One new name.
   *
   * @param sort what it is of, as ALTER calls it
   * @param from the identity before
   * @param name the last name afterwards
   * @param leaves whether it is moved to the schema of what is parked
   */
  private record Renaming(String sort, ObjectId from, String name, boolean leaves) {

    List<Statement> there() {
      List<Statement> statements = new ArrayList<>();
      statements.add(
          statement(alter(from.schema(), from.name()) + " rename to " + Quoting.identifier(name)));
      if (leaves) {
        statements.add(
            statement(
                alter(from.schema(), name) + " set schema " + Quoting.identifier(Parking.SCHEMA)));
      }
      return statements;
    }

    List<Statement> back() {
      List<Statement> statements = new ArrayList<>();
      if (leaves) {
        statements.add(
            statement(
                alter(Parking.SCHEMA, name) + " set schema " + Quoting.identifier(from.schema())));
      }
      statements.add(statement(alter(from.schema(), name) + " rename to " + Quoting.name(from)));
      return statements;
    }

    private String alter(String schema, String called) {
      return "alter " + sort + " " + Quoting.identifier(schema) + "." + Quoting.identifier(called);
    }

    private Statement statement(String sql) {
      return from.kind() == Kind.TABLE
          ? Statement.of(sql, TableSql.exclusive(from))
          : Statement.of(sql);
    }
  }

  private ParkingSql() {}

  static List<Statement> there(DatabaseObject object, List<DatabaseObject> kept, Parking parking) {
    List<Statement> statements = new ArrayList<>();
    if (object instanceof Column column) {
      statements.add(column(column.id(), column.id().name(), parking.inPlace(column.id()).name()));
    } else {
      statements.add(
          Statement.of("create schema if not exists " + Quoting.identifier(Parking.SCHEMA)));
    }
    renamings(object, kept, parking).forEach(each -> statements.addAll(each.there()));
    return statements;
  }

  static List<Statement> back(DatabaseObject object, List<DatabaseObject> kept, Parking parking) {
    List<Statement> statements = new ArrayList<>();
    renamings(object, kept, parking).reversed().forEach(each -> statements.addAll(each.back()));
    if (object instanceof Column column) {
      statements.add(column(column.id(), parking.inPlace(column.id()).name(), column.id().name()));
    }
    return statements;
  }

  /** Rows that were written since have no value unless the column's default gave them one. */
  static List<RowCheck> checksBack(DatabaseObject object, Parking parking, Catalog in) {
    if (!(object instanceof Column column) || !column.notNull() || column.identity() != null) {
      return List.of();
    }
    ObjectId table = column.parent();
    return List.of(
        RowChecks.noRow(
            column.id(),
            "no row of %s was written without %s since"
                .formatted(table.dotted(), Quoting.name(column.id())),
            table,
            Quoting.identifier(parking.inPlace(column.id()).name()) + " is null",
            List.of(),
            in));
  }

  private static Statement column(ObjectId column, String from, String to) {
    return Statement.of(
        "alter table "
            + Quoting.qualified(column)
            + " rename column "
            + Quoting.identifier(from)
            + " to "
            + Quoting.identifier(to),
        TableSql.exclusive(Tables.of(column)));
  }

  private static List<Renaming> renamings(
      DatabaseObject object, List<DatabaseObject> kept, Parking parking) {
    List<Renaming> found = new ArrayList<>();
    boolean staysInPlace = object instanceof Column;
    for (DatabaseObject part : kept) {
      switch (part) {
        case Sequence sequence ->
            found.add(
                new Renaming("sequence", part.id(), name(part.id(), staysInPlace, parking), false));
        case Column column -> {
          ObjectId own = column.identitySequence();
          if (own != null) {
            found.add(new Renaming("sequence", own, name(own, staysInPlace, parking), false));
          }
        }
        case Index index ->
            found.add(new Renaming("index", part.id(), name(part.id(), false, parking), false));
        case Constraint constraint when constraint.type().hasIndex() ->
            found.add(
                new Renaming(
                    "index",
                    ObjectId.of(Kind.INDEX, part.id().schema(), part.id().name()),
                    name(part.id(), false, parking),
                    false));
        default -> {}
      }
    }
    for (DatabaseObject part : kept) {
      String sort =
          switch (part.id().kind()) {
            case TABLE -> "table";
            case ENUM, COMPOSITE_TYPE -> "type";
            case DOMAIN -> "domain";
            default -> null;
          };
      if (sort != null) {
        found.add(new Renaming(sort, part.id(), parking.moved(part.id()).name(), true));
      }
    }
    return found;
  }

  private static String name(ObjectId id, boolean staysInPlace, Parking parking) {
    return staysInPlace ? parking.inPlace(id).name() : parking.movedName(id.schema(), id.name());
  }
}
