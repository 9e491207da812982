package dev.slipway.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Comment;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of comments on extensions, where their files can be read and where not. */
class ExtensionCommentsTest {

  private static final Comment MINE = Comment.of(ObjectId.of(Kind.EXTENSION, "citext"), "mine");
  private static final ObjectId VIEW = ObjectId.of(Kind.VIEW, "public", "v");

  @ParameterizedTest
  @ValueSource(ints = {15, 18})
  void should_pass_them_over_where_the_files_of_extensions_are_unreadable(int version)
      throws SQLException {
    try (TestDatabase database = TestServer.of(version).newDatabase()) {
      database.run(
          """
          create extension citext;
          create extension hstore;
          comment on extension citext is 'mine';
          create table t (id int);
          create view v as select id from t;
          comment on table t is 'commented';
          """);
      Catalog readable = database.read();
      database.run(
          """
          revoke execute on function pg_catalog.pg_available_extensions() from public;
          set role anna;
          """);
      Catalog unreadable = database.read();

      assertThat(readable.objects()).contains(MINE);
      assertThat(unreadable.has(MINE.id())).isFalse();
      assertThat(unreadable.size()).isEqualTo(readable.size() - 1);
      assertThat(unreadable.dependencies().of(VIEW))
          .isNotEmpty()
          .isEqualTo(readable.dependencies().of(VIEW));
    }
  }
}
