package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Subscription;
import dev.slipway.dialect.Alteration;
import dev.slipway.error.SlipwayException;
import dev.slipway.plan.Statement;
import java.util.List;

/**
 * Subscriptions as SQL (manual: CREATE SUBSCRIPTION). Only shadows ever see it, where what is
 * created is connected to nothing: a change of a subscription is refused before.
 */
final class SubscriptionSql implements ObjectSql<Subscription> {

  @Override
  public String systemCatalog() {
    return "pg_subscription";
  }

  @Override
  public String target(ObjectId id) {
    return "subscription " + Quoting.name(id);
  }

  @Override
  public List<Statement> create(Subscription subscription, List<DatabaseObject> within) {
    return List.of(
        Statement.of(
            "create "
                + target(subscription.id())
                + " connection 'dbname=nowhere' publication "
                + Quoting.identifiers(subscription.publications())
                + " with (connect = false, enabled = false, slot_name = none)"));
  }

  @Override
  public List<Statement> drop(Subscription subscription) {
    return List.of(Statement.of("drop " + target(subscription.id())));
  }

  @Override
  public Alteration alter(Subscription before, Subscription after, Catalog from, Catalog to) {
    return new Alteration.Recreate();
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    throw Refusals.noRename(from, to);
  }

  static SlipwayException refusal(ObjectId id) {
    return new SlipwayException(
        PostgresError.UNCHANGEABLE_OBJECT,
        "The "
            + id
            + " differs, and Slipway only reads subscriptions: how they connect is a secret of the"
            + " environment.",
        "Create, alter or drop it by hand, and keep it out of the definition or in it on both"
            + " sides.");
  }
}
