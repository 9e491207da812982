package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.DefaultPrivileges;
import dev.slipway.catalog.Engine;
import dev.slipway.catalog.Identity;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.SequenceOptions;
import dev.slipway.plan.Lock;
import dev.slipway.plan.LockMode;
import dev.slipway.plan.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The identity of a column that another one takes the place of. The server has no statement that
 * hands over its sequence, so the new one counts on from where the old one is.
 */
final class HandedIdentity {

  private HandedIdentity() {}

  /**
   * Whether the new column has no identity, or just that of the old one. A new sequence may be
   * given privileges that the old one has not.
   */
  static boolean canBe(Column before, Column after, Catalog to) {
    Identity old = before.identity();
    Identity now = after.identity();
    if (old == null || now == null) {
      return Objects.equals(old, now);
    }
    return old.always() == now.always()
        && !old.apart()
        && !now.apart()
        && Objects.equals(old.sequence(), now.sequence())
        && Counting.retyped(old.options(), before.type(), after.type()).equals(now.options())
        && to.all(DefaultPrivileges.class).isEmpty();
  }

  /**
   * The statements within the exchange, while nobody else writes; none for another column.
   *
   * @param young the new column, under the name that it has until then
   */
  static List<Statement> of(Column before, Column young, Catalog from, Catalog to) {
    ObjectId sequence = before.identitySequence();
    Identity identity = young.identity();
    if (sequence == null || identity == null) {
      return List.of();
    }
    ObjectId aside = AsideNames.ofIndex(sequence, BesideNames.NEW, from, to);
    Column named = withSequence(young, identity, aside.name());
    var statements = new ArrayList<Statement>();
    statements.add(
        ColumnSql.change(young.id(), "add " + ColumnSql.identityOf(identityOf(named), named)));
    statements.add(
        Statement.of(
            "select pg_catalog.setval("
                + Quoting.literal(Quoting.qualified(aside))
                + ", last_value, is_called) from "
                + Quoting.qualified(sequence),
            new Lock(LockMode.ACCESS_SHARE, sequence)));
    statements.add(ColumnSql.change(before.id(), "drop identity"));
    statements.addAll(new SequenceSql().rename(aside, sequence, Catalog.empty(Engine.POSTGRESQL)));
    return statements;
  }

  private static Identity identityOf(Column column) {
    return Objects.requireNonNull(column.identity());
  }

  private static Column withSequence(Column column, Identity identity, String name) {
    SequenceOptions options = identity.options();
    return new Column(
        column.id(),
        column.type(),
        column.notNull(),
        column.collation(),
        new Identity(identity.always(), options, name, identity.apart()),
        column.generated(),
        column.stored(),
        column.inherited(),
        column.notNullAs(),
        column.tuning());
  }
}
