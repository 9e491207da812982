package dev.slipway.postgres;

import dev.slipway.dialect.Effect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code create index concurrently} leaves: an index that is valid, or one that is not
 * (manual, CREATE INDEX, Building Indexes Concurrently).
 *
 * @param table the table's name, as {@code to_regclass} reads it
 * @param name the index's name, as it is written; empty when the server chooses it
 * @param ifNotExists whether one that is there already is no error
 */
record IndexTraces(String table, String name, boolean ifNotExists)
    implements PostgresLoneStatements.Traces {

  private static final String INDEXES =
      """
        from pg_catalog.pg_index i
        join pg_catalog.pg_class c on c.oid = i.indexrelid
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       where i.indrelid = pg_catalog.to_regclass(?)
         and (? = '' or c.relname = (pg_catalog.parse_ident(?))[1])
      """;

  private static final String INVALID =
      " and not (i.indisvalid and i.indisready)"
          + " and not exists (select from pg_catalog.pg_stat_progress_create_index p"
          + " where p.index_relid = c.oid and p.pid <> pg_catalog.pg_backend_pid())";

  private static final String NAME = "select pg_catalog.format('%I.%I', n.nspname, c.relname)";

  private static final String NEW = " and c.oid::text <> all (pg_catalog.string_to_array(?, ','))";

  /** The statement's words, without what is in parentheses. */
  static IndexTraces ofCreate(Words words) {
    Words rest = words.without("create").without("unique").without("index").without("concurrently");
    boolean ifNotExists = rest.begins("if", "not", "exists");
    Words target = rest.without("if", "not", "exists");
    String name = target.before("on").name();
    Words on = target.from(target.list().indexOf("on") + 1).without("only");
    int end = 1;
    while (on.at(end).equals(".")) {
      end += 2;
    }
    return new IndexTraces(new Words(on.list().subList(0, end)).name(), name, ifNotExists);
  }

  @Override
  public String before(Connection connection) throws SQLException {
    if (ifNotExists) {
      TraceQuery.dropIndexes(connection, names(connection, INVALID));
    }
    String numbers = "select c.oid::text " + INDEXES + " order by c.oid";
    return String.join(",", TraceQuery.column(connection, numbers, table, name, orAny()));
  }

  @Override
  public Effect effect(Connection connection, String mark) throws SQLException {
    TraceQuery.dropIndexes(connection, names(connection, INVALID + NEW, mark));
    return names(connection, NEW, mark).isEmpty() ? Effect.NONE : Effect.WHOLE;
  }

  private List<String> names(Connection connection, String condition, String... more)
      throws SQLException {
    var parameters = new ArrayList<>(List.of(table, name, orAny()));
    parameters.addAll(List.of(more));
    return TraceQuery.column(
        connection,
        NAME + INDEXES + condition + " order by c.oid",
        parameters.toArray(String[]::new));
  }

  /** What {@code parse_ident} can read even where it is not asked. */
  private String orAny() {
    return name.isEmpty() ? "x" : name;
  }
}
