package dev.slipway.schema;

import static dev.slipway.schema.ValueType.text;
import static dev.slipway.schema.ValueType.timestamptz;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.using;

import dev.slipway.schema.example.asis.inner.LineItems;
import dev.slipway.schema.model.DefinedColumn;
import dev.slipway.schema.model.DefinedTable;
import dev.slipway.schema.model.QualifiedName;
import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.Test;

/** Names that are left out, in tables, in classes above them, in pieces and in aliases. */
class NamedByFieldsTest {

  /** When a row came and changed. */
  static final class Timestamps extends ColumnGroup {
    final Column<OffsetDateTime> createdAt = column(timestamptz()).notNull().defaultSql("now()");
    final Column<OffsetDateTime> updatedAt = column("changed_at", timestamptz());

    Timestamps(TableDefinition table) {
      super(table);
      index(createdAt);
    }
  }

  /** Where somebody lives, perhaps more than once. */
  static final class Postal extends ColumnGroup {
    final Column<String> zipCode = column(text()).check(code -> code.ne(""));

    Postal(TableDefinition table, String prefix) {
      super(table, prefix);
    }
  }

  /** What all tables have. */
  abstract static class Entity extends TableDefinition {
    final Column<Long> id = bigint().generatedAlwaysAsIdentity().primaryKey();
  }

  /** Uses everything. */
  static final class HTTPClients extends Entity {
    static final HTTPClients HTTP_CLIENTS = new HTTPClients();

    final Column<String> baseURL = text().notNull();
    final Column<Long> parent = bigint("parent").references(() -> HTTPClients.HTTP_CLIENTS.id);
    final Postal home = new Postal(this, "home_");
    final Postal work = new Postal(this, "work_");
    private final Timestamps times = new Timestamps(this);
    final Column<OffsetDateTime> createdAt = times.createdAt.withComment("when");
    final Column<Integer[]> codes = integer().array();

    private HTTPClients() {
      unique(baseURL, id);
      check(baseURL.ne(""));
    }
  }

  @Test
  void should_take_names_from_fields_and_classes() {
    DefinedTable table = HTTPClients.HTTP_CLIENTS.definition();

    assertThat(table.name()).isEqualTo(new QualifiedName(null, "http_clients"));
    assertThat(table.columns())
        .extracting(DefinedColumn::name)
        .containsExactly(
            "id",
            "base_url",
            "parent",
            "home_zip_code",
            "work_zip_code",
            "created_at",
            "changed_at",
            "codes");
    assertThat(table.columns().get(5).comment()).isEqualTo("when");
    assertThat(table.uniques().getFirst().columns()).isEqualTo(List.of("base_url", "id"));
    assertThat(table.checks())
        .extracting(check -> check.condition().sql(SQLDialect.POSTGRES))
        .containsExactly(
            "\"home_zip_code\" <> ''", "\"work_zip_code\" <> ''", "\"base_url\" <> ''");
    assertThat(table.indexes()).hasSize(1);
  }

  @Test
  void should_name_the_columns_of_an_alias_alike() {
    HTTPClients other = TableDefinition.alias(HTTPClients.HTTP_CLIENTS, "other");

    assertThat(
            using(SQLDialect.POSTGRES)
                .select(other.baseURL, other.home.zipCode, other.createdAt)
                .from(other)
                .getSQL())
        .isEqualTo(
            "select \"other\".\"base_url\", \"other\".\"home_zip_code\", \"other\".\"created_at\""
                + " from \"http_clients\" as \"other\"");
  }

  @Test
  void should_leave_names_as_they_are_where_a_package_above_says_so() {
    assertThat(LineItems.LINE_ITEMS.definition().name())
        .isEqualTo(new QualifiedName(null, "LineItems"));
    assertThat(LineItems.LINE_ITEMS.orderId.getName()).isEqualTo("orderId");
  }
}
