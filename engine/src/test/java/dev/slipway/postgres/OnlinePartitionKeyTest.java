package dev.slipway.postgres;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Scope;
import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import dev.slipway.plan.Statement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The key of the whole is taken over from its partitions: the server reads no row for it. */
class OnlinePartitionKeyTest {

  private static final String READ =
      "select sum(pg_stat_get_xact_numscans(oid) + pg_stat_get_xact_tuples_returned(oid))"
          + " from pg_class where relname in ('visit_1', 'visit_21', 'person')";

  @ParameterizedTest
  @ValueSource(ints = {15, 17, 18})
  void should_read_no_row_under_the_lock_of_the_whole(int version) throws SQLException {
    try (EmbeddedPostgres server =
            EmbeddedPostgres.start(EmbeddedOptions.temporary().version(version));
        Connection connection = server.connect("postgres")) {
      run(
          connection,
          """
          create table person (id int primary key);
          create table visit (at int, person int) partition by range (at);
          create table visit_1 partition of visit for values from (0) to (50);
          create table visit_2 partition of visit for values from (50) to (90) partition by range (at);
          create table visit_21 partition of visit_2 for values from (50) to (60);
          insert into person select g from generate_series(0, 99) g;
          insert into visit select g % 60, g % 100 from generate_series(1, 5000) g;
          """);
      Catalog before = new Postgres().introspect(connection, Scope.all());
      var key =
          new Constraint(
              ObjectId.of(Kind.CONSTRAINT, "public", "visit", "visit_person_fkey"),
              Constraint.Type.FOREIGN_KEY,
              "FOREIGN KEY (person) REFERENCES public.person(id)",
              List.of("person"),
              ObjectId.of(Kind.TABLE, "public", "person"),
              List.of("id"),
              true,
              false,
              List.of(),
              false);
      List<Statement> statements = requireNonNull(OnlinePartitionKeySql.create(key, before));
      connection.setAutoCommit(false);
      for (Statement statement : statements.subList(0, statements.size() - 1)) {
        run(connection, statement.sql());
        if (statement.sql().contains("validate")) {
          connection.commit();
        }
      }
      long read = read(connection);
      run(connection, statements.getLast().sql());
      assertThat(read(connection)).isEqualTo(read);
      connection.commit();
      assertThat(new Postgres().introspect(connection, Scope.all()).find(key.id())).isEqualTo(key);
      run(connection, "alter table visit drop constraint visit_person_fkey");
      assertThat(new Postgres().introspect(connection, Scope.all())).isEqualTo(before);

      // The count can tell: without the keys of the partitions every row is read.
      read = read(connection);
      run(connection, statements.getLast().sql());
      assertThat(read(connection)).isGreaterThan(read);
      connection.rollback();
    }
  }

  /** Of this transaction, and of earlier ones as far as the server did not collect them yet. */
  private static long read(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet row = statement.executeQuery(READ)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
