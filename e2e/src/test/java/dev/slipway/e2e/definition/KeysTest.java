package dev.slipway.e2e.definition;

import static dev.slipway.e2e.definition.Departments.DEPARTMENTS;
import static dev.slipway.e2e.definition.Employees.EMPLOYEES;
import static dev.slipway.schema.TableDefinition.alias;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.Records.mapping;

import java.sql.SQLException;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Foreign keys in a circle, of two columns, to the table itself; names that need quotes. */
class KeysTest {

  @ParameterizedTest
  @ValueSource(ints = {15, 18})
  void should_join_and_cascade_over_keys_in_a_circle(int version) throws SQLException {
    try (var database =
        DefinitionDatabase.of(version, List.of(), List.of(), List.of(DEPARTMENTS, EMPLOYEES))) {
      DSLContext db = database.jooq();
      database.begin();
      db.insertInto(DEPARTMENTS).values("BER", 1, 10L).execute();
      db.insertInto(EMPLOYEES)
          .values(10L, "BER", 1, null, "Grace")
          .values(11L, "BER", 1, 10L, "Alan")
          .execute();
      db.execute("set constraints all immediate");
      db.update(DEPARTMENTS).set(DEPARTMENTS.number, 2).execute();
      Employees boss = alias(EMPLOYEES, "boss of \"it\"");

      var rows =
          db.select(EMPLOYEES.name, boss.name, DEPARTMENTS.number)
              .from(EMPLOYEES)
              .join(DEPARTMENTS)
              .onKey(EMPLOYEES.site, EMPLOYEES.department)
              .leftJoin(boss)
              .on(EMPLOYEES.boss.eq(boss.id))
              .orderBy(EMPLOYEES.id)
              .fetch(mapping((name, bossName, number) -> name + "/" + bossName + "/" + number));

      assertThat(rows).containsExactly("Grace/null/2", "Alan/Grace/2");
      db.execute("set constraints all deferred");
      assertThat(db.deleteFrom(DEPARTMENTS).execute()).isEqualTo(1);
      assertThat(db.fetchCount(EMPLOYEES)).isZero();
      database.rollback();
    }
  }
}
