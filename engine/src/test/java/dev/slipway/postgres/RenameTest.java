package dev.slipway.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.plan.Statement;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A renamed object is the same object under another name, be the names what they may. */
final class RenameTest {

  private static final String ODD = "to \"select\" \\ 'ä'; --.x";

  @Test
  void should_rename_each_kind() throws SQLException {
    try (TestDatabase database = TestServer.of(17).newDatabase()) {
      TestServer.run(
          database.connection(),
          """
          create schema "From";
          create sequence "From"."A.b";
          create table "From"."T 1" ("C ""1" int, constraint "K'1" check ("C ""1" > 0), unique ("C ""1"));
          create index "I;1" on "From"."T 1" ("C ""1");
          """);
      for (ObjectId id :
          List.of(
              ObjectId.of(Kind.INDEX, "From", "I;1"),
              ObjectId.of(Kind.CONSTRAINT, "From", "T 1", "K'1"),
              ObjectId.of(Kind.CONSTRAINT, "From", "T 1", "T 1_C \"1_key"),
              ObjectId.of(Kind.COLUMN, "From", "T 1", "C \"1"),
              ObjectId.of(Kind.TABLE, "From", "T 1"),
              ObjectId.of(Kind.SEQUENCE, "From", "A.b"),
              ObjectId.of(Kind.SCHEMA, "From"))) {
        Catalog before = database.read();
        ObjectId to = id.withName(ODD + before.fingerprint().brief().substring(0, 8));

        for (Statement statement : new Postgres().renderer().rename(id, to, before)) {
          TestServer.run(database.connection(), statement.sql());
        }

        Catalog after = database.read();
        assertThat(before.has(id)).as("%s before", id).isTrue();
        assertThat(after.has(id)).as("%s after", id).isFalse();
        assertThat(after.has(to)).as("%s after", to).isTrue();
        assertThat(after.size()).isEqualTo(before.size());
      }
    }
  }
}
