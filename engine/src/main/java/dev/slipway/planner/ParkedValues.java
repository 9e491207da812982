package dev.slipway.planner;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Table;
import dev.slipway.dialect.Renderer;
import dev.slipway.plan.ParkedObject;
import dev.slipway.plan.Parking;
import dev.slipway.plan.Reverse;
import dev.slipway.plan.Statement;
import java.util.List;
import java.util.stream.Stream;

/**
 * The values of columns whose new type can't hold them exactly: they are parked beside the column,
 * so that the way back has them.
 */
final class ParkedValues {

  private final Renderer renderer;
  private final Catalog before;
  private final Catalog after;
  private final Actions actions;
  private final Parking parking;

  ParkedValues(Renderer renderer, Catalog before, Catalog after, Actions actions, Parking parking) {
    this.renderer = renderer;
    this.before = before;
    this.after = after;
    this.actions = actions;
    this.parking = parking;
  }

  /**
   * Whether an alteration parks what it loses. A further column of an heir would be in the way of
   * what it inherits, one of a typed table of its type, and one of a domain may refuse to begin
   * with null; and its type must stay. What is attached as a partition must have just the columns
   * of the whole (manual: ALTER TABLE, ATTACH PARTITION).
   */
  boolean areKept(Action.Alter alter) {
    return alter.before() instanceof Column old
        && alter.after() instanceof Column column
        && !old.type().equals(column.type())
        && old.generated() == null
        && column.generated() == null
        && !old.inherited()
        && before.find(old.parent()) instanceof Table table
        && !table.isForeign()
        && table.ofType() == null
        && (table.isPartitioned() || before.inheritorsOf(table.id()).isEmpty())
        && staysAttached(table.id())
        && before.dependencies().of(old.id()).stream()
            .allMatch(need -> need.kind() != Kind.DOMAIN && actions.dropping(need) == null)
        && renderer.loss(old, column) != null;
  }

  /** Whether neither a table nor what it is partitioned into is attached or detached. */
  private boolean staysAttached(ObjectId table) {
    ObjectId attachment = ObjectId.about(Kind.PARTITION, table);
    return actions.creating(attachment) == null
        && actions.dropping(attachment) == null
        && actions.changing(attachment) == null
        && Stream.of(before, after)
            .flatMap(catalog -> catalog.inheritorsOf(table).stream())
            .allMatch(this::staysAttached);
  }

  /** The statements of such an alteration. */
  List<Statement> there(List<Statement> direct, Action.Alter alter) {
    return renderer.parkValues(direct, column(alter.before()), column(alter.after()), parking);
  }

  /** The statements of its inverse. */
  List<Statement> back(List<Statement> direct, Action.Alter inverse) {
    return renderer.unparkValues(
        direct, /* before= */ column(inverse.after()), column(inverse.before()), parking);
  }

  /** How it is taken back by its statements. */
  Reverse reverse(Action.Alter alter, List<String> back) {
    ObjectId id = alter.id();
    return new Reverse.Parked(
        List.of(new ParkedObject(id, parking.inPlace(id))),
        renderer.checksOfValuesBack(column(alter.before()), column(alter.after()), parking, after),
        back);
  }

  /** What is lost, as a hazard says it. */
  static String loss(Action.Alter alter) {
    return "Values of %s that %s can't hold exactly are parked: only a rollback brings them back, as long as they are not purged; it was %s."
        .formatted(alter.id(), column(alter.after()).type(), column(alter.before()).type());
  }

  private static Column column(DatabaseObject object) {
    return (Column) object;
  }
}
