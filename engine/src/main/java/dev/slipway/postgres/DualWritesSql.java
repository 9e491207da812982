package dev.slipway.postgres;

import dev.slipway.catalog.ObjectId;
import dev.slipway.plan.Lock;
import dev.slipway.plan.LockMode;
import dev.slipway.plan.Statement;
import java.util.List;

/**
 * A trigger that gives a new column its value with each row that is written, for as long as
 * applications know the old one alone. It fires where replicated changes are applied as well.
 */
final class DualWritesSql {

  private DualWritesSql() {}

  /** The statements that begin it; what is written from then on needs no backfill. */
  static List<Statement> begin(ConvertedValue value, BesideNames names) {
    ObjectId table = Tables.of(names.young());
    String qualified = Quoting.qualified(table);
    String trigger = Quoting.identifier(names.trigger());
    return List.of(
        Statement.of(
            "create function "
                + function(names)
                + " returns trigger language plpgsql security invoker"
                + " set search_path = pg_catalog, pg_temp as "
                + Quoting.body(
                    "begin\n"
                        + value.inTrigger(Quoting.name(names.young()))
                        + "  return new;\nend\n")),
        Statement.of(
            "create trigger "
                + trigger
                + " before insert or update on "
                + qualified
                + " for each row execute function "
                + function(names),
            writersWait(table)),
        Statement.of(
            "alter table " + qualified + " enable always trigger " + trigger, writersWait(table)));
  }

  /** The statements that end it. */
  static List<Statement> end(BesideNames names) {
    ObjectId table = Tables.of(names.young());
    return List.of(
        Statement.of(
            "drop trigger "
                + Quoting.identifier(names.trigger())
                + " on "
                + Quoting.qualified(table),
            TableSql.exclusive(table)),
        Statement.of("drop function " + function(names)));
  }

  private static String function(BesideNames names) {
    return Quoting.identifier(names.young().schema())
        + "."
        + Quoting.identifier(names.function())
        + "()";
  }

  private static Lock writersWait(ObjectId table) {
    return new Lock(LockMode.SHARE_ROW_EXCLUSIVE, table);
  }
}
