package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Engine;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.SecurityLabel;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Statement;
import java.util.List;

/** Security labels as SQL (manual: SECURITY LABEL); a server without the provider refuses them. */
final class SecurityLabelSql implements ObjectSql<SecurityLabel> {

  @Override
  public List<Statement> create(SecurityLabel label, List<DatabaseObject> within, Catalog in) {
    return List.of(tell(label, Quoting.literal(label.text()), in, in));
  }

  @Override
  public List<Statement> create(SecurityLabel label, List<DatabaseObject> within) {
    return create(label, within, Catalog.empty(Engine.POSTGRESQL));
  }

  @Override
  public List<Statement> drop(
      SecurityLabel label, List<DatabaseObject> along, Catalog from, Catalog to) {
    return List.of(tell(label, "null", from, from));
  }

  @Override
  public List<Statement> drop(SecurityLabel label) {
    Catalog alone = Catalog.empty(Engine.POSTGRESQL);
    return drop(label, List.of(), alone, alone);
  }

  @Override
  public Alteration alter(SecurityLabel before, SecurityLabel after, Catalog from, Catalog to) {
    return new Alteration.InPlace(
        List.of(tell(after, Quoting.literal(after.text()), from, to)), false);
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    throw Refusals.noRename(from, to);
  }

  private static Statement tell(SecurityLabel label, String text, Catalog from, Catalog to) {
    return SaidTarget.tell(
        "security label for " + Quoting.identifier(label.provider()) + " on ",
        label.id(),
        label.on(),
        " is " + text,
        from,
        to);
  }
}
