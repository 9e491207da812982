package dev.slipway.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.postgres.Postgres;
import dev.slipway.shadow.EmbeddedShadow;
import dev.slipway.shadow.Shadow;
import dev.slipway.shadow.ShadowDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of every kind of table, on real servers. */
class SamplesTest {

  private static final Path CASES = Path.of("src/test/cases/sample");

  @ParameterizedTest
  @ValueSource(ints = {15, 17, 18})
  void should_fill_tables_of_every_type_and_constraint(int version)
      throws IOException, SQLException {
    try (Shadow shadow = EmbeddedShadow.open(new Postgres(), version, List.of());
        ShadowDatabase database = shadow.create()) {
      Connection connection = database.connection();
      run(connection, Files.readString(CASES.resolve("schema.sql")));

      var samples = new Samples(connection, Style.WORDS);
      List<Unfilled> unfilled = samples.fill(Set.of());

      assertThat(unfilled.stream().map(Unfilled::table))
          .as(unfilled.toString())
          .containsExactly("public.impossible", "public.names_impossible", "public.no_partition");
      assertThat(unfilled.get(0).reason()).contains("impossible_check");
      for (String table : tables(connection)) {
        boolean isEmpty = unfilled.stream().anyMatch(each -> each.table().equals(table));
        assertThat(count(connection, "select count(*) from only " + table))
            .as(table)
            .isGreaterThanOrEqualTo(isEmpty ? 0 : table.startsWith("public.few_") ? 1 : 3);
        if (!isEmpty) {
          assertThat(nulls(connection, table))
              .as("columns of " + table + " that have null")
              .isEmpty();
        }
      }
      assertThat(validated(connection)).as("constraints that hold").isGreaterThan(20);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 17, 18})
  void should_make_the_same_rows_each_time(int version) throws IOException, SQLException {
    try (Shadow shadow = EmbeddedShadow.open(new Postgres(), version, List.of())) {
      List<String> first = dump(shadow);

      List<String> second = dump(shadow);
      assertThat(first).hasSizeGreaterThan(100).containsAll(second);
      assertThat(second).containsAll(first);
    }
  }

  private static List<String> dump(Shadow shadow) throws IOException, SQLException {
    try (ShadowDatabase database = shadow.create()) {
      Connection connection = database.connection();
      run(connection, Files.readString(CASES.resolve("schema.sql")));
      new Samples(connection, Style.WORDS).fill(Set.of());
      List<String> rows = new ArrayList<>();
      for (String table : tables(connection)) {
        rows.addAll(texts(connection, "select t::text from only " + table + " t order by 1"));
      }
      return rows;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 17, 18})
  void should_fill_new_columns_and_make_rows_otherwise(int version) throws SQLException {
    try (Shadow shadow = EmbeddedShadow.open(new Postgres(), version, List.of());
        ShadowDatabase database = shadow.create()) {
      Connection connection = database.connection();
      run(
          connection,
          "create table a (id int primary key, t text);"
              + "create table b (id int primary key, a int references a)");
      var samples = new Samples(connection, Style.WORDS);
      var seen = new SeenRows(connection);
      samples.fill(Set.of());
      int first = seen.look();
      assertThat(samples.fill(seen.held(first))).isEmpty();
      int second = seen.look();
      assertThat(seen.differences(first, second)).isEmpty();
      assertThat(samples.changes()).isEqualTo(1);

      run(connection, "alter table a add more uuid unique");
      samples.fill(seen.held(second));
      assertThat(count(connection, "select count(distinct more) from a")).isEqualTo(4);

      ObjectId a = ObjectId.of(Kind.TABLE, "public", "a");
      assertThat(samples.otherwise(List.of(a))).isTrue();
      assertThat(count(connection, "select count(t::int) from a")).isEqualTo(4);
      assertThat(count(connection, "select count(*) from b join a on a.id = b.a")).isEqualTo(4);

      run(connection, "insert into a values (1, 'written by a migration')");
      assertThat(samples.otherwise(List.of(a))).isFalse();
      assertThat(count(connection, "select count(*) from a")).isEqualTo(5);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 17, 18})
  void should_tell_which_rows_are_not_as_before(int version) throws SQLException {
    try (Shadow shadow = EmbeddedShadow.open(new Postgres(), version, List.of());
        ShadowDatabase database = shadow.create()) {
      Connection connection = database.connection();
      run(
          connection,
          "create table a (id int primary key, t text); create table \"B c\" (x json);"
              + "insert into a values (1, 'one'), (2, 'two'), (3, 'three');"
              + "insert into \"B c\" values ('{\"n\": 1}'), ('{\"n\": 1}')");
      var seen = new SeenRows(connection);
      int first = seen.look();
      run(
          connection,
          "update a set t = 'other' where id = 2; delete from \"B c\" where ctid = '(0,2)';"
              + "alter table a add slipway_parked_x_t text default 'parked'");
      int second = seen.look();

      assertThat(seen.differences(first, second))
          .containsExactly(
              new SeenRows.Difference("public.B c", 1, 0, "x = '{\"n\": 1}'"),
              new SeenRows.Difference("public.a", 1, 1, "id = '2'"));
      run(
          connection,
          "update a set t = 'two' where id = 2; insert into \"B c\" values ('{\"n\": 1}')");
      assertThat(seen.differences(first, seen.look())).isEmpty();
    }
  }

  /** Adds every foreign key and check again, so that the server looks at all rows. */
  private static int validated(Connection connection) throws SQLException {
    List<String> again =
        texts(
            connection,
            "select format('alter table only %s add constraint again_%s %s', conrelid::regclass,"
                + " row_number() over (), pg_get_constraintdef(oid)) from pg_constraint k"
                + " where conrelid <> 0 and contype in ('f', 'c') and conparentid = 0"
                + " and connamespace = 'public'::regnamespace and not exists"
                + " (select from pg_partitioned_table p where p.partrelid = k.conrelid)"
                + " and conname <> 'impossible_check'");
    for (String sql : again) {
      run(connection, sql);
    }
    return again.size();
  }

  private static List<String> tables(Connection connection) throws SQLException {
    return texts(
        connection,
        "select format('%I.%I', n.nspname, relname) from pg_class c join pg_namespace n"
            + " on n.oid = relnamespace where nspname = 'public' and relkind = 'r' order by 1");
  }

  private static List<String> nulls(Connection connection, String table) throws SQLException {
    List<String> nulls = new ArrayList<>();
    for (String column :
        texts(
            connection,
            "select quote_ident(attname) from pg_attribute where attrelid = '"
                + table
                + "'::regclass and attnum > 0 and not attisdropped")) {
      if (count(connection, "select count(*) from only " + table + " where " + column + " is null")
          > 0) {
        nulls.add(column);
      }
    }
    return nulls;
  }

  private static long count(Connection connection, String sql) throws SQLException {
    return Long.parseLong(texts(connection, sql).get(0));
  }

  private static List<String> texts(Connection connection, String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        texts.add(row.getString(1));
      }
    }
    return texts;
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
