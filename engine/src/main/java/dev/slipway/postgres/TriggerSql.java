package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Trigger;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Lock;
import dev.slipway.plan.LockMode;
import dev.slipway.plan.Statement;
import java.util.ArrayList;
import java.util.List;

/** Triggers as SQL (manual: CREATE TRIGGER, ALTER TABLE). */
final class TriggerSql implements ObjectSql<Trigger> {

  @Override
  public String systemCatalog() {
    return "pg_trigger";
  }

  @Override
  public String target(ObjectId id) {
    return "trigger " + Quoting.name(id) + " on " + Quoting.qualified(id);
  }

  private static final String CREATE = "CREATE TRIGGER ";

  @Override
  public List<Statement> create(Trigger trigger, List<DatabaseObject> within) {
    var statements = new ArrayList<Statement>();
    statements.add(Statement.of(trigger.definition(), writersWait(trigger)));
    if (trigger.enabled() != Trigger.Enabled.ORIGIN) {
      statements.add(enable(trigger));
    }
    return statements;
  }

  @Override
  public List<Statement> drop(Trigger trigger) {
    return List.of(
        Statement.of(
            "drop trigger " + Quoting.name(trigger.id()) + " on " + Quoting.qualified(trigger.id()),
            new Lock(LockMode.ACCESS_EXCLUSIVE, trigger.relation())));
  }

  /** A constraint trigger can't be replaced, and a replaced trigger fires again by default. */
  @Override
  public Alteration alter(Trigger before, Trigger after, Catalog from, Catalog to) {
    if (before.definition().equals(after.definition())) {
      return new Alteration.InPlace(List.of(enable(after)), false);
    }
    if (!before.definition().startsWith(CREATE) || !after.definition().startsWith(CREATE)) {
      return new Alteration.Recreate();
    }
    var statements = new ArrayList<Statement>();
    statements.add(
        Statement.of(
            "CREATE OR REPLACE TRIGGER " + after.definition().substring(CREATE.length()),
            writersWait(after)));
    if (after.enabled() != Trigger.Enabled.ORIGIN) {
      statements.add(enable(after));
    }
    return new Alteration.InPlace(statements, false);
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    ObjectId relation =
        catalog.find(from) instanceof Trigger trigger ? trigger.relation() : Tables.of(from);
    return List.of(
        Statement.of(
            "alter trigger "
                + Quoting.name(from)
                + " on "
                + Quoting.qualified(from)
                + " rename to "
                + Quoting.name(to),
            new Lock(LockMode.ACCESS_EXCLUSIVE, relation)));
  }

  private static Statement enable(Trigger trigger) {
    return Statement.of(
        "alter table "
            + Quoting.qualified(trigger.id())
            + " "
            + Enabling.words(trigger.enabled(), "trigger ")
            + Quoting.name(trigger.id()),
        writersWait(trigger));
  }

  private static Lock writersWait(Trigger trigger) {
    return new Lock(LockMode.SHARE_ROW_EXCLUSIVE, trigger.relation());
  }
}
