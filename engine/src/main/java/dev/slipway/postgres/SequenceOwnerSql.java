package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.SequenceOwner;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Lock;
import dev.slipway.plan.LockMode;
import dev.slipway.plan.Statement;
import java.util.List;

/** The owner of a sequence as SQL (manual: ALTER SEQUENCE … OWNED BY). */
final class SequenceOwnerSql implements ObjectSql<SequenceOwner> {

  @Override
  public List<Statement> create(SequenceOwner owner, List<DatabaseObject> within) {
    String column = Quoting.qualified(owner.column()) + "." + Quoting.name(owner.column());
    return List.of(ownedBy(owner, column));
  }

  @Override
  public List<Statement> drop(SequenceOwner owner) {
    return List.of(ownedBy(owner, "none"));
  }

  @Override
  public Alteration alter(SequenceOwner before, SequenceOwner after, Catalog from, Catalog to) {
    return new Alteration.InPlace(create(after, List.of()), false);
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    throw Refusals.noRename(from, to);
  }

  private static Statement ownedBy(SequenceOwner owner, String column) {
    return Statement.of(
        "alter sequence " + Quoting.qualified(owner.sequence()) + " owned by " + column,
        new Lock(LockMode.SHARE_ROW_EXCLUSIVE, owner.sequence()));
  }
}
