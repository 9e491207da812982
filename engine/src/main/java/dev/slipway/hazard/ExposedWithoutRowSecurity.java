package dev.slipway.hazard;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Table;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import org.jspecify.annotations.Nullable;

/** An API serves a table, and row level security is off for it (Supabase's advisor 0013). */
final class ExposedWithoutRowSecurity extends ChangeRule {

  ExposedWithoutRowSecurity() {
    super(HazardCode.EXPOSED_WITHOUT_ROW_SECURITY);
  }

  @Override
  public boolean holds(Hazard found, Catalog end) {
    return end.find(found.on()) instanceof Table table && !table.rowSecurity();
  }

  @Override
  @Nullable Hazard assess(Change change, Impact impact) {
    Table table =
        switch (change) {
          case Change.Create(Table created) when !created.rowSecurity() -> created;
          case Change.Alter(Table before, Table after)
              when before.rowSecurity() && !after.rowSecurity() ->
              after;
          case Change.Rename rename
              when impact.to().find(rename.to()) instanceof Table moved
                  && !moved.rowSecurity()
                  && !rename.from().schema().equals(rename.to().schema()) ->
              moved;
          default -> null;
        };
    if (table == null || table.isForeign() || !Exposed.has(table.id(), impact)) {
      return null;
    }
    return new Hazard(
        HazardCode.EXPOSED_WITHOUT_ROW_SECURITY,
        table.id(),
        "The API serves "
            + table.id()
            + ", and row level security is off: whoever may use the table there has every row.",
        "Turn it on, and say by policies whose rows they are: alter table "
            + table.id().dotted()
            + " enable row level security");
  }
}
