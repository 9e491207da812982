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
import org.jspecify.annotations.Nullable;

/** The owner of a sequence as SQL (manual: ALTER SEQUENCE … OWNED BY). */
final class SequenceOwnerSql implements ObjectSql<SequenceOwner> {

  /** A sequence can only belong to a column of its own owner. */
  @Override
  public List<Statement> create(SequenceOwner owner, List<DatabaseObject> within) {
    String column = Quoting.qualified(owner.column()) + "." + Quoting.name(owner.column());
    return owner.role() == null
        ? List.of(ownedBy(owner, column))
        : List.of(tell(owner, owner.role()), ownedBy(owner, column));
  }

  @Override
  public List<Statement> drop(SequenceOwner owner) {
    return owner.role() == null
        ? List.of(ownedBy(owner, "none"))
        : List.of(ownedBy(owner, "none"), tell(owner, null));
  }

  /** The role is the table's owner, whom the sequence follows by itself. */
  @Override
  public Alteration alter(SequenceOwner before, SequenceOwner after, Catalog from, Catalog to) {
    return new Alteration.InPlace(
        before.column().equals(after.column()) ? List.of() : create(after, List.of()), false);
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    throw Refusals.noRename(from, to);
  }

  private static Statement tell(SequenceOwner owner, @Nullable String role) {
    return Statement.of(
        "alter sequence "
            + Quoting.qualified(owner.sequence())
            + " owner to "
            + (role == null ? "current_user" : Quoting.identifier(role)),
        new Lock(LockMode.ACCESS_EXCLUSIVE, owner.sequence()));
  }

  private static Statement ownedBy(SequenceOwner owner, String column) {
    return Statement.of(
        "alter sequence " + Quoting.qualified(owner.sequence()) + " owned by " + column,
        new Lock(LockMode.SHARE_ROW_EXCLUSIVE, owner.sequence()));
  }
}
