package dev.slipway.e2e.definition;

import static dev.slipway.e2e.definition.Employees.EMPLOYEES;

import dev.slipway.schema.Column;
import dev.slipway.schema.TableDefinition;

/** In a cycle with {@link Employees}, with a key of two columns. */
final class Departments extends TableDefinition {
  static final Departments DEPARTMENTS = new Departments();

  final Column<String> site = varchar("site", 3).notNull();
  final Column<Integer> number = integer("number").notNull();
  final Column<Long> head =
      bigint("head").notNull().references(() -> EMPLOYEES.id, initiallyDeferred());

  private Departments() {
    super("order", "Departments");
    primaryKey(site, number).named("Departments key");
    unique(head);
  }
}
