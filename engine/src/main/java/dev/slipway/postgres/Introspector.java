package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Scope;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Reads a whole catalog in one read-only snapshot. */
final class Introspector {

  /** In an order in which each finds the addresses it refers to. */
  private static final List<ObjectReader> READERS =
      List.of(
          new SchemaReader(),
          new ExtensionReader(),
          new EnumTypeReader(),
          new SequenceReader(),
          new RoutineReader(),
          new TableReader(),
          new ColumnReader(),
          new ColumnDefaultReader(),
          new SequenceOwnerReader(),
          new ConstraintReader(),
          new IndexReader(),
          new ReplicaIdentityReader(),
          new ViewReader(),
          new TriggerReader(),
          new PolicyReader(),
          new PublicationReader(),
          new PublicationMemberReader(),
          new GrantReader(),
          new CommentReader());

  private Introspector() {}

  static Catalog read(Connection connection, Scope scope) throws SQLException {
    int isolation = connection.getTransactionIsolation();
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setReadOnly(true);
    connection.setAutoCommit(false);
    try {
      var reading =
          new Reading(connection, scope, connection.getMetaData().getDatabaseMajorVersion());
      for (ObjectReader reader : READERS) {
        reader.read(reading);
      }
      readDependencies(reading);
      return reading.toCatalog();
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
      connection.setReadOnly(false);
      connection.setTransactionIsolation(isolation);
    }
  }

  /** Everything but what is pinned or only remembers an extension's member (deptype e and x). */
  private static void readDependencies(Reading reading) throws SQLException {
    try (Statement statement = reading.connection().createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select d.classid::regclass::text, d.objid::bigint, d.objsubid,
                       d.refclassid::regclass::text, d.refobjid::bigint, d.refobjsubid
                  from pg_catalog.pg_depend d
                 where d.deptype in ('n', 'a', 'i', 'P', 'S')
                """)) {
      while (rows.next()) {
        ObjectId dependent = reading.at(rows.getString(1), rows.getLong(2), rows.getInt(3));
        ObjectId other = reading.at(rows.getString(4), rows.getLong(5), rows.getInt(6));
        if (dependent != null && other != null) {
          reading.needs(dependent, other);
        }
      }
    }
  }
}
