package dev.slipway.e2e.definition;

import static dev.slipway.e2e.definition.Departments.DEPARTMENTS;

import dev.slipway.schema.Column;
import dev.slipway.schema.TableDefinition;

/** References a key of two columns, and itself. */
final class Employees extends TableDefinition {
  static final Employees EMPLOYEES = new Employees();

  final Column<Long> id = bigint("id").generatedByDefaultAsIdentity().primaryKey();
  final Column<String> site = varchar("site", 3).notNull();
  final Column<Integer> department = integer("department").notNull();
  final Column<Long> boss = bigint("boss").references(() -> Employees.EMPLOYEES.id);
  final Column<String> name = text("select").notNull();

  private Employees() {
    super("order", "user");
    foreignKey(site, department)
        .references(() -> DEPARTMENTS.site, () -> DEPARTMENTS.number)
        .onUpdate(CASCADE)
        .onDelete(CASCADE);
  }
}
