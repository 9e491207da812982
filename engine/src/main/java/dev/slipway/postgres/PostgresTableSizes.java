package dev.slipway.postgres;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.TableSizes;
import dev.slipway.plan.Lock;
import dev.slipway.plan.LockMode;
import dev.slipway.plan.TableSize;
import dev.slipway.plan.TableSize.Precision;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Sizes by what the server knows (manual: pg_class, Database Object Size Functions). Bytes are
 * those of this moment; the number of rows is that of the last analyze, for as many pages as there
 * are now, as the server's own planner has it.
 */
final class PostgresTableSizes implements TableSizes {

  /**
   * Of each table: its bytes, its rows by statistics, whether a part of it has none, and whether
   * all of its rows can be asked by this role and without another server.
   */
  private static final String SIZES =
      """
      with recursive wanted (number, oid) as (
        select w.number, c.oid
          from unnest(?::text[], ?::text[]) with ordinality as w (schema, name, number)
          join pg_catalog.pg_namespace n on n.nspname = w.schema
          join pg_catalog.pg_class c on c.relnamespace = n.oid and c.relname = w.name
         where c.relkind in ('r', 'p', 'm')
      ), tree (number, oid) as (
        select number, oid from wanted
        union
        select t.number, i.inhrelid
          from tree t
          join pg_catalog.pg_inherits i on i.inhparent = t.oid
      ), part as (
        select t.number, c.oid, c.relkind, c.reltuples, c.relpages,
               coalesce(pg_catalog.pg_table_size(c.oid), 0) as bytes,
               coalesce(pg_catalog.pg_relation_size(c.oid), 0)
                 / pg_catalog.current_setting('block_size')::bigint as pages
          from tree t
          join pg_catalog.pg_class c on c.oid = t.oid
      )
      select p.number,
             pg_catalog.sum(p.bytes)::bigint,
             pg_catalog.sum(case when p.pages = 0 or p.reltuples < 0 then 0
                                 when p.relpages = 0 then p.reltuples
                                 else p.reltuples::float8 / p.relpages * p.pages end)::bigint,
             pg_catalog.sum(p.pages)::bigint,
             pg_catalog.bool_or(p.pages > 0 and p.reltuples < 0),
             pg_catalog.bool_and(p.relkind <> 'f')
               and (select pg_catalog.has_table_privilege(w.oid, 'select')
                           and pg_catalog.has_schema_privilege(c.relnamespace, 'usage')
                           and not pg_catalog.row_security_active(w.oid)
                      from wanted w
                      join pg_catalog.pg_class c on c.oid = w.oid
                     where w.number = p.number)
        from part p
       group by p.number
      """;

  private static final String HIDDEN =
      """
      select w.number
        from unnest(?::text[], ?::text[]) with ordinality as w (schema, name, number)
        join pg_catalog.pg_namespace n on n.nspname = w.schema
        join pg_catalog.pg_class c on c.relnamespace = n.oid and c.relname = w.name
       where pg_catalog.row_security_active(c.oid)
       order by w.number
      """;

  /** A table as it was read. */
  private record Read(TableSize size, boolean withoutStatistics, boolean askable) {}

  @Override
  public Map<ObjectId, TableSize> read(
      Connection connection, Collection<ObjectId> tables, long countedTo) throws SQLException {
    Map<ObjectId, Read> read = read(connection, List.copyOf(tables));
    Map<ObjectId, TableSize> sizes = new HashMap<>();
    List<ObjectId> counted = new ArrayList<>();
    read.forEach((table, one) -> {
      sizes.put(table, one.size);
      if (one.withoutStatistics && one.askable) {
        counted.add(table);
      }
    });
    Map<ObjectId, Long> counts =
        asked(
            connection,
            counted,
            table ->
                "(select pg_catalog.count(*) from (select from "
                    + Quoting.qualified(table)
                    + " limit "
                    + (countedTo + 1)
                    + ") as part)");
    counts.forEach((table, rows) -> {
      long bytes = sizes.getOrDefault(table, new TableSize(0, 0, Precision.EXACT)).bytes();
      sizes.put(
          table,
          rows > countedTo
              ? new TableSize(bytes, countedTo, Precision.MORE_THAN)
              : new TableSize(bytes, rows, Precision.EXACT));
    });
    return sizes;
  }

  private static Map<ObjectId, Read> read(Connection connection, List<ObjectId> tables)
      throws SQLException {
    Map<ObjectId, Read> read = new LinkedHashMap<>();
    if (tables.isEmpty()) {
      return read;
    }
    try (PreparedStatement statement = connection.prepareStatement(SIZES)) {
      statement.setArray(
          1, connection.createArrayOf("text", tables.stream().map(ObjectId::schema).toArray()));
      statement.setArray(
          2, connection.createArrayOf("text", tables.stream().map(ObjectId::name).toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          boolean isUnknown = rows.getBoolean(5);
          read.put(
              tables.get(rows.getInt(1) - 1),
              new Read(
                  new TableSize(
                      rows.getLong(2),
                      rows.getLong(3),
                      rows.getLong(4) == 0
                          ? Precision.EXACT
                          : isUnknown ? Precision.MORE_THAN : Precision.ABOUT),
                  isUnknown,
                  rows.getBoolean(6)));
        }
      }
    }
    return read;
  }

  @Override
  public Set<ObjectId> empty(Connection connection, Collection<ObjectId> holders)
      throws SQLException {
    List<ObjectId> tables = holders.stream().map(PostgresTableSizes::table).distinct().toList();
    Map<ObjectId, Read> read = read(connection, tables);
    List<ObjectId> askable =
        holders.stream()
            .distinct()
            .filter(holder -> {
              Read table = read.get(table(holder));
              return table != null && table.askable;
            })
            .toList();
    Set<ObjectId> empty = new HashSet<>();
    asked(connection, askable, holder -> "(select (not exists (" + values(holder) + "))::integer)")
        .forEach((holder, answer) -> {
          if (answer == 1) {
            empty.add(holder);
          }
        });
    return empty;
  }

  @Override
  public List<ObjectId> hidden(Connection connection, Collection<ObjectId> tables)
      throws SQLException {
    List<ObjectId> asked = List.copyOf(tables);
    List<ObjectId> hidden = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(HIDDEN)) {
      statement.setArray(
          1, connection.createArrayOf("text", asked.stream().map(ObjectId::schema).toArray()));
      statement.setArray(
          2, connection.createArrayOf("text", asked.stream().map(ObjectId::name).toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          hidden.add(asked.get(rows.getInt(1) - 1));
        }
      }
    }
    return hidden;
  }

  /** A materialized view can't be locked by itself (manual, LOCK); nobody writes rows to it. */
  @Override
  public List<dev.slipway.plan.Statement> guard(ObjectId holder) {
    ObjectId table = table(holder);
    if (table.kind() != Kind.TABLE) {
      return List.of();
    }
    String message =
        "there are values in "
            + holder.dotted()
            + " now, which was empty when the plan was made: run the command again";
    return List.of(
        dev.slipway.plan.Statement.of(
            "lock table " + Quoting.qualified(table) + " in access exclusive mode",
            new Lock(LockMode.ACCESS_EXCLUSIVE, table)),
        dev.slipway.plan.Statement.of(
            "do "
                + Quoting.literal(
                    "begin if exists ("
                        + values(holder)
                        + ") then raise exception using message = "
                        + Quoting.literal(message)
                        + "; end if; end")));
  }

  private static String values(ObjectId holder) {
    String from = "select from " + Quoting.qualified(table(holder));
    return holder.kind() == Kind.COLUMN
        ? from + " where " + Quoting.identifier(holder.name()) + " is not null"
        : from;
  }

  private static ObjectId table(ObjectId holder) {
    return holder.kind() == Kind.COLUMN
        ? ObjectId.of(Kind.TABLE, holder.schema(), holder.path().get(1))
        : holder;
  }

  /** One query that asks each of some objects for a number. */
  private static Map<ObjectId, Long> asked(
      Connection connection, List<ObjectId> objects, Function<ObjectId, String> question)
      throws SQLException {
    Map<ObjectId, Long> answers = new LinkedHashMap<>();
    if (objects.isEmpty()) {
      return answers;
    }
    List<String> questions = new ArrayList<>();
    for (int i = 0; i < objects.size(); i++) {
      questions.add("select " + i + ", " + question.apply(objects.get(i)));
    }
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      try (ResultSet rows = statement.executeQuery(String.join("\nunion all ", questions))) {
        while (rows.next()) {
          answers.put(objects.get(rows.getInt(1)), rows.getLong(2));
        }
      }
    }
    return answers;
  }
}
