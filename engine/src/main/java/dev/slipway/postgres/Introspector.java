package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Scope;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;

/** Reads a whole catalog in one read-only snapshot. */
final class Introspector {

  /** In an order in which each finds the addresses it refers to. */
  private static final List<ObjectReader> READERS =
      List.of(
          new UnmodelledReader(),
          new HostReader(),
          new RoleReader(),
          new RoleMemberReader(),
          new SchemaReader(),
          new ExtensionReader(),
          new LanguageReader(),
          new ForeignDataWrapperReader(),
          new ForeignServerReader(),
          new UserMappingReader(),
          new CollationReader(),
          new ConversionReader(),
          new EnumTypeReader(),
          new CompositeTypeReader(),
          new DomainReader(),
          new DomainConstraintReader(),
          new RangeTypeReader(),
          new SequenceReader(),
          new RoutineReader(),
          new AggregateReader(),
          new OperatorReader(),
          new OperatorFamilyReader(),
          new CastReader(),
          new TransformReader(),
          new TextSearchParserReader(),
          new TextSearchTemplateReader(),
          new TextSearchDictionaryReader(),
          new TextSearchConfigurationReader(),
          new TableReader(),
          new ColumnReader(),
          new ColumnDefaultReader(),
          new SequenceOwnerReader(),
          new InheritanceReader(),
          new PartitionReader(),
          new ConstraintReader(),
          new IndexReader(),
          new IndexPartitionReader(),
          new ReplicaIdentityReader(),
          new ViewReader(),
          new RuleReader(),
          new ClusteringReader(),
          new StatisticsReader(),
          new TriggerReader(),
          new EventTriggerReader(),
          new PolicyReader(),
          new PublicationReader(),
          new PublicationSchemaReader(),
          new PublicationMemberReader(),
          new SubscriptionReader(),
          new OwnerReader(),
          new DefaultPrivilegesReader(),
          new GrantReader(),
          new SecurityLabelReader(),
          new CommentReader());

  /**
   * With only the server's own schema on the path every other name is printed with its schema, and
   * the rest makes constants print alike whatever the session was told before. Compiling queries of
   * the system catalogs costs more than running them. Local to the snapshot: scripts of the user's
   * keep the path they expect.
   */
  private static final String PRINT_CANONICALLY =
      """
      set local search_path = '';
      set local timezone = 'UTC';
      set local datestyle = 'ISO, YMD';
      set local intervalstyle = 'postgres';
      set local extra_float_digits = 1;
      set local bytea_output = 'hex';
      set local standard_conforming_strings = on;
      set local quote_all_identifiers = off;
      set local jit = off
      """;

  private Introspector() {}

  /** In a snapshot of its own, or within the transaction that is open already. */
  static Catalog read(Connection connection, Scope scope) throws SQLException {
    return connection.getAutoCommit()
        ? readSnapshot(connection, scope)
        : readWithin(connection, scope);
  }

  private static Catalog readSnapshot(Connection connection, Scope scope) throws SQLException {
    int isolation = connection.getTransactionIsolation();
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setReadOnly(true);
    connection.setAutoCommit(false);
    try {
      return readAll(connection, scope);
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
      connection.setReadOnly(false);
      connection.setTransactionIsolation(isolation);
    }
  }

  private static Catalog readWithin(Connection connection, Scope scope) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      return readAll(connection, scope);
    } finally {
      connection.rollback(before);
    }
  }

  private static Catalog readAll(Connection connection, Scope scope) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(PRINT_CANONICALLY);
    }
    var reading =
        new Reading(
            connection,
            LeftOutPartitions.find(connection, scope),
            connection.getMetaData().getDatabaseMajorVersion());
    readMembers(reading);
    for (ObjectReader reader : READERS) {
      reader.read(reading);
    }
    readDependencies(reading);
    return reading.toCatalog();
  }

  private static void readMembers(Reading reading) throws SQLException {
    SystemQuery.run(
        reading,
        """
        select d.classid::regclass::text, d.objid::bigint
          from pg_catalog.pg_depend d
         where d.deptype = 'e'
        """,
        row -> reading.member(new Reading.Address(row.getString(1), row.getLong(2), 0)));
  }

  /** Everything but what is pinned or only remembers an extension's member (deptype e and x). */
  private static void readDependencies(Reading reading) throws SQLException {
    var catalogs = new HashMap<Long, String>();
    SystemQuery.run(
        reading,
        """
        select c.oid::bigint, c.relname
          from pg_catalog.pg_class c
         where c.relnamespace = 'pg_catalog'::pg_catalog.regnamespace and c.relkind = 'r'
        """,
        row -> catalogs.put(row.getLong(1), row.getString(2)));
    SystemQuery.run(
        reading,
        """
        select d.classid::bigint, d.objid::bigint, d.objsubid,
               d.refclassid::bigint, d.refobjid::bigint, d.refobjsubid
          from pg_catalog.pg_depend d
         where d.deptype in ('n', 'a', 'i', 'P', 'S') and d.objid >= %d
        """
            .formatted(SystemQuery.FIRST_USER_OID),
        row -> {
          ObjectId dependent =
              reading.at(catalogs.getOrDefault(row.getLong(1), ""), row.getLong(2), row.getInt(3));
          ObjectId other =
              reading.at(catalogs.getOrDefault(row.getLong(4), ""), row.getLong(5), row.getInt(6));
          if (dependent != null && other != null && !isOwnership(dependent, other)) {
            reading.needs(dependent, other);
          }
        });
  }

  /** A sequence needs no column: that it belongs to one is an object of its own. */
  private static boolean isOwnership(ObjectId dependent, ObjectId other) {
    return dependent.kind() == Kind.SEQUENCE
        && (other.kind() == Kind.COLUMN || other.kind() == Kind.TABLE);
  }
}
