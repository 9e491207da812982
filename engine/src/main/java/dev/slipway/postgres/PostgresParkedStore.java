package dev.slipway.postgres;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.ParkedStore;
import dev.slipway.dialect.ParkedThing;
import dev.slipway.plan.Parking;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Finds parked columns by their names, and tables and types in the schema of what is parked. */
final class PostgresParkedStore implements ParkedStore {

  /**
   * A column of a partitioned table is told of the whole alone; what a table of the user's has of
   * rows is the server's estimate.
   */
  private static final String SQL =
      """
      select 'COLUMN', n.nspname, c.relname, a.attname,
             greatest(c.reltuples, 0)::bigint,
             (greatest(c.reltuples, 0) * coalesce(s.avg_width, 0))::bigint
        from pg_catalog.pg_attribute a
        join pg_catalog.pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p')
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        left join pg_catalog.pg_stats s
          on s.schemaname = n.nspname and s.tablename = c.relname and s.attname = a.attname
         and s.inherited = (c.relkind = 'p')
       where a.attname ~ '^slipway_parked_[0-9]{14}_' and not a.attisdropped
         and a.attnum > 0 and a.attinhcount = 0
      union all
      select 'TABLE', n.nspname, c.relname, null, greatest(c.reltuples, 0)::bigint,
             pg_catalog.pg_total_relation_size(c.oid)
        from pg_catalog.pg_class c
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'slipway_parked' and c.relkind in ('r', 'p')
         and c.relname ~ '^[0-9]{14}_'
      union all
      select case t.typtype when 'd' then 'DOMAIN' when 'e' then 'ENUM' else 'COMPOSITE_TYPE' end,
             n.nspname, t.typname, null, 0, 0
        from pg_catalog.pg_type t
        join pg_catalog.pg_namespace n on n.oid = t.typnamespace
        left join pg_catalog.pg_class c on c.oid = t.typrelid
       where n.nspname = 'slipway_parked' and t.typname ~ '^[0-9]{14}_'
         and (t.typtype in ('d', 'e') or c.relkind = 'c')
       order by 1, 2, 3, 4
      """;

  @Override
  public List<ParkedThing> find(Connection connection) throws SQLException {
    var found = new ArrayList<ParkedThing>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(SQL)) {
      while (rows.next()) {
        Kind kind = Kind.valueOf(rows.getString(1));
        ObjectId id =
            kind == Kind.COLUMN
                ? ObjectId.of(kind, rows.getString(2), rows.getString(3), rows.getString(4))
                : ObjectId.of(kind, rows.getString(2), rows.getString(3));
        String name = id.name();
        int from = kind == Kind.COLUMN ? Parking.PREFIX.length() : 0;
        found.add(
            new ParkedThing(
                name.substring(from, from + Parking.DIGITS), id, rows.getLong(5), rows.getLong(6)));
      }
    }
    return found;
  }

  @Override
  public Instant now(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select pg_catalog.clock_timestamp()")) {
      rows.next();
      return rows.getTimestamp(1).toInstant();
    }
  }

  /** Tables together, since they may be parts of each other; types when nothing has them. */
  @Override
  public List<dev.slipway.plan.Statement> purge(List<ParkedThing> things, boolean isAll) {
    var statements = new ArrayList<dev.slipway.plan.Statement>();
    List<ObjectId> tables = ids(things, Kind.TABLE);
    for (ObjectId column : ids(things, Kind.COLUMN)) {
      boolean goesAlong =
          tables.stream().anyMatch(table -> table.path().equals(column.path().subList(0, 2)));
      if (!goesAlong) {
        statements.add(
            dev.slipway.plan.Statement.of(
                "alter table " + Quoting.qualified(column) + " drop column " + Quoting.name(column),
                TableSql.exclusive(Tables.of(column))));
      }
    }
    drop(statements, "table", tables);
    var types = new ArrayList<>(ids(things, Kind.COMPOSITE_TYPE));
    types.addAll(ids(things, Kind.ENUM));
    types.addAll(ids(things, Kind.DOMAIN));
    drop(statements, "type", types);
    if (isAll && things.stream().anyMatch(thing -> thing.id().kind() != Kind.COLUMN)) {
      statements.add(
          dev.slipway.plan.Statement.of("drop schema " + Quoting.identifier(Parking.SCHEMA)));
    }
    return statements;
  }

  private static void drop(
      List<dev.slipway.plan.Statement> statements, String sort, List<ObjectId> ids) {
    if (!ids.isEmpty()) {
      statements.add(
          dev.slipway.plan.Statement.of(
              "drop "
                  + sort
                  + " "
                  + ids.stream().map(Quoting::qualified).collect(Collectors.joining(", "))));
    }
  }

  private static List<ObjectId> ids(List<ParkedThing> things, Kind kind) {
    return things.stream().map(ParkedThing::id).filter(id -> id.kind() == kind).toList();
  }

  @Override
  public dev.slipway.plan.Statement restore(ObjectId place, String expression) {
    String name = Quoting.name(place);
    return dev.slipway.plan.Statement.of(
        "update "
            + Quoting.qualified(place)
            + " set "
            + name
            + " = ("
            + expression
            + "\n) where "
            + name
            + " is null");
  }
}
