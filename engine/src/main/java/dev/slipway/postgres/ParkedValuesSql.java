package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.ObjectId;
import dev.slipway.plan.Parking;
import dev.slipway.plan.RowCheck;
import dev.slipway.plan.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the values of a column in a further one while the column becomes of another type.
 *
 * <p>They are copied by a change of type as well, not by an update: so the table is written once,
 * and no trigger fires (manual: ALTER TABLE; USING may name other columns of the row).
 */
final class ParkedValuesSql {

  private final Column before;
  private final Column after;
  private final String name;
  private final String place;

  private ParkedValuesSql(Column before, Column after, Parking parking) {
    this.before = before;
    this.after = after;
    this.name = Quoting.name(after.id());
    this.place = Quoting.name(parking.inPlace(after.id()));
  }

  /**
   * Statements that change a column, so that they keep its values.
   *
   * @param direct as they are without that
   * @return the same where none of them changes the type
   */
  static List<Statement> there(
      List<Statement> direct, Column before, Column after, Parking parking) {
    return new ParkedValuesSql(before, after, parking).there(direct);
  }

  private List<Statement> there(List<Statement> direct) {
    Statement retype = ColumnSql.retype(before, after, /* isForeign= */ false);
    var statements = new ArrayList<Statement>();
    for (Statement statement : direct) {
      if (statement.equals(retype)) {
        String copied =
            alter() + "alter column " + place + " type " + before.type() + " using " + name + ", ";
        statements.add(change("add column " + place + " " + ColumnSql.typeOf(before)));
        statements.add(
            Statement.of(
                copied + retype.sql().substring(alter().length()),
                TableSql.exclusive(after.parent())));
      } else {
        statements.add(statement);
      }
    }
    return statements;
  }

  /**
   * Statements that change a column back, so that it gets the values that were kept; rows that were
   * written since keep what was written.
   *
   * @param direct as they are without that
   * @param before the column as it was before
   * @param after the column as it is until it is changed back
   */
  static List<Statement> back(
      List<Statement> direct, Column before, Column after, Parking parking) {
    return new ParkedValuesSql(before, after, parking).back(direct);
  }

  private List<Statement> back(List<Statement> direct) {
    Statement retype =
        ColumnSql.retype(/* before= */ after, /* after= */ before, /* isForeign= */ false);
    var statements = new ArrayList<Statement>();
    for (Statement statement : direct) {
      if (statement.equals(retype)) {
        statements.add(
            ColumnSql.change(
                before.id(),
                "type "
                    + ColumnSql.typeOf(before)
                    + " using case when "
                    + isWrittenSince()
                    + " then "
                    + ValueCast.of(/* before= */ after, /* after= */ before, name)
                    + " else "
                    + place
                    + " end"));
        statements.add(change("drop column " + place));
      } else {
        statements.add(statement);
      }
    }
    return statements;
  }

  /**
   * What rows that were written since must satisfy, so that their values can be those of before.
   */
  static List<RowCheck> checksBack(Column before, Column after, Parking parking, Catalog in) {
    var sql = new ParkedValuesSql(before, after, parking);
    return ColumnRowChecks.ofBack(
        /* before= */ after, /* after= */ before, sql.isWrittenSince(), in);
  }

  /** Of rows whose value is not the one that became of the kept one. */
  private String isWrittenSince() {
    return ValueCast.isOther(ValueCast.of(before, after, place), name);
  }

  private Statement change(String what) {
    return Statement.of(alter() + what, TableSql.exclusive(after.parent()));
  }

  private String alter() {
    ObjectId table = after.id();
    return "alter table " + Quoting.qualified(table) + " ";
  }
}
