package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.EventTrigger;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Trigger;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Event triggers as SQL (manual: CREATE and ALTER EVENT TRIGGER). */
final class EventTriggerSql implements ObjectSql<EventTrigger> {

  @Override
  public String systemCatalog() {
    return "pg_event_trigger";
  }

  @Override
  public String target(ObjectId id) {
    return "event trigger " + Quoting.name(id);
  }

  @Override
  public List<Statement> create(EventTrigger trigger, List<DatabaseObject> within) {
    var statements = new ArrayList<Statement>();
    String tags = trigger.tags().stream().map(Quoting::literal).collect(Collectors.joining(", "));
    statements.add(
        Statement.of(
            "create "
                + target(trigger.id())
                + " on "
                + trigger.event()
                + (tags.isEmpty() ? "" : " when tag in (" + tags + ")")
                + " execute function "
                + Signature.qualified(trigger.function())));
    if (trigger.enabled() != Trigger.Enabled.ORIGIN) {
      statements.add(enable(trigger));
    }
    return statements;
  }

  @Override
  public List<Statement> drop(EventTrigger trigger) {
    return List.of(Statement.of("drop " + target(trigger.id())));
  }

  @Override
  public Alteration alter(EventTrigger before, EventTrigger after, Catalog from, Catalog to) {
    return before.event().equals(after.event())
            && before.tags().equals(after.tags())
            && before.function().equals(after.function())
        ? new Alteration.InPlace(List.of(enable(after)), false)
        : new Alteration.Recreate();
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    return List.of(Statement.of("alter " + target(from) + " rename to " + Quoting.name(to)));
  }

  private Statement enable(EventTrigger trigger) {
    return Statement.of(
        "alter " + target(trigger.id()) + " " + Enabling.words(trigger.enabled(), "").strip());
  }
}
