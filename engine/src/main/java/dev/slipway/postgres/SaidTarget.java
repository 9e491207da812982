package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Identity;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.View;
import dev.slipway.plan.Lock;
import dev.slipway.plan.LockMode;
import dev.slipway.plan.Statement;
import java.util.List;

/** What a comment or a security label is on, as its statement calls it and locks it. */
final class SaidTarget {

  private SaidTarget() {}

  /**
   * A statement about the target. While the sequence of an identity column gets another name, the
   * server is asked for it: the way there and the way back find different ones.
   */
  static Statement tell(
      String begin, ObjectId id, ObjectId on, String end, Catalog from, Catalog to) {
    String sql =
        Identity.isAboutSequence(id, on) && IdentitySequence.isRenamed(on, from, to)
            ? IdentitySequence.whatever(on, begin, end)
            : begin + of(id, on, to) + end;
    return new Statement(sql, locks(id, on), true);
  }

  /**
   * The target in words; it takes neither a foreign table for a table nor a materialized view for a
   * view.
   */
  private static String of(ObjectId id, ObjectId on, Catalog in) {
    if (Identity.isAboutSequence(id, on)) {
      return IdentitySequence.target(on, in);
    }
    if (Said.isAboutIndex(id, on)) {
      return "index " + Quoting.qualified(ObjectId.of(Kind.INDEX, on.schema(), on.name()));
    }
    String column = Said.viewColumn(id, on);
    if (column != null) {
      return "column " + Quoting.qualified(on) + "." + Quoting.identifier(column);
    }
    if (Said.isAboutMaterialized(id, on)
        || (in.find(on) instanceof View view && view.materialized())) {
      return "materialized view " + Quoting.qualified(on);
    }
    String target = PostgresRenderer.of(on.kind()).target(on);
    if (target == null) {
      throw new IllegalArgumentException("nothing can be said about the " + on);
    }
    return TableSql.isForeign(on, in) ? "foreign " + target : target;
  }

  static List<Lock> locks(ObjectId id, ObjectId on) {
    if (Identity.isAboutSequence(id, on)) {
      return List.of();
    }
    return switch (on.kind().home()) {
      case RELATION ->
          on.kind() == Kind.COLUMN
              ? List.of(new Lock(LockMode.SHARE_UPDATE_EXCLUSIVE, Tables.of(on)))
              : on.kind() == Kind.DOMAIN_CONSTRAINT
                  ? List.of()
                  : List.of(new Lock(LockMode.ACCESS_SHARE, Tables.of(on)));
      case SCHEMA ->
          on.kind() == Kind.TABLE || on.kind() == Kind.VIEW
              ? List.of(new Lock(LockMode.SHARE_UPDATE_EXCLUSIVE, on))
              : List.of();
      case DATABASE, ABOUT -> List.of();
    };
  }
}
