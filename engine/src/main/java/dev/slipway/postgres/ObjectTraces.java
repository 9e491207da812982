package dev.slipway.postgres;

import dev.slipway.dialect.Effect;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * What creating or dropping a single object leaves: the server does either at one stroke, so the
 * object's number says whether it took place.
 *
 * @param query asks for the number of the object of a name
 * @param name the name, as it is written
 * @param creates whether the statement creates it
 */
record ObjectTraces(String query, String name, boolean creates)
    implements PostgresLoneStatements.Traces {

  static PostgresLoneStatements.Traces of(String kind, Words words, boolean creates) {
    Words rest = words.without("if", "exists");
    return switch (kind) {
      case "index" ->
          new ObjectTraces("select pg_catalog.to_regclass(?)::oid::text", rest.name(), creates);
      case "database" -> named("datname", "pg_database", rest, creates);
      case "tablespace" -> named("spcname", "pg_tablespace", rest, creates);
      case "subscription" -> named("subname", "pg_subscription", rest, creates);
      default -> PostgresLoneStatements.Traces.NOBODY_KNOWS;
    };
  }

  private static ObjectTraces named(String column, String table, Words rest, boolean creates) {
    return new ObjectTraces(
        "select oid::text from pg_catalog."
            + table
            + " where "
            + column
            + " = (pg_catalog.parse_ident(?))[1]"
            + (table.equals("pg_subscription")
                ? " and subdbid = (select d.oid from pg_catalog.pg_database d"
                    + " where d.datname = pg_catalog.current_database())"
                : ""),
        rest.at(0),
        creates);
  }

  @Override
  public String before(Connection connection) throws SQLException {
    return TraceQuery.value(connection, query, name);
  }

  @Override
  public Effect effect(Connection connection, String mark) throws SQLException {
    boolean isOther = !before(connection).equals(mark);
    boolean tookPlace = creates ? isOther : isOther && !mark.isEmpty();
    return tookPlace ? Effect.WHOLE : Effect.NONE;
  }
}
