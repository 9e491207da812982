package dev.slipway.planner;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.EnumType;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.OnlineRenderer;
import dev.slipway.plan.Parking;
import dev.slipway.plan.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which actions are carried out while others go on, and how: those on relations that are there
 * before the plan and after it, which may hold rows. What comes back after it was dropped for
 * something else's sake comes back in the same transaction, at once.
 *
 * <p>Each method has null for an answer where an action is carried out directly.
 */
final class Online {

  private final @Nullable OnlineRenderer renderer;
  private final Catalog before;
  private final Catalog after;
  private final Actions actions;

  /**
   * @param renderer writes it; null where everything is done directly
   */
  Online(@Nullable OnlineRenderer renderer, Catalog before, Catalog after, Actions actions) {
    this.renderer = renderer;
    this.before = before;
    this.after = after;
    this.actions = actions;
  }

  @Nullable List<Statement> create(Action.Create create) {
    return renderer != null
            && !before.has(create.id())
            && before.seen().owners().get(create.id()) == null
            && isStanding(create.object())
        ? renderer.create(create.object(), create.within(), before, after)
        : null;
  }

  /** The way back of {@link #create}. */
  @Nullable List<Statement> takeBack(Action.Create create) {
    return renderer != null && !before.has(create.id()) && isStanding(create.object())
        ? renderer.drop(create.object(), /* from= */ after)
        : null;
  }

  @Nullable List<Statement> drop(Action.Drop drop) {
    return renderer != null && !after.has(drop.id()) && isStanding(drop.object())
        ? renderer.drop(drop.object(), before)
        : null;
  }

  /** The way back of what drops an object that does not come back by itself. */
  @Nullable List<Statement> restore(Action.Drop drop, Action.Create create) {
    return renderer != null
            && drop.id().equals(create.id())
            && !after.has(create.id())
            && isStanding(create.object())
        ? renderer.create(create.object(), create.within(), /* from= */ after, /* to= */ before)
        : null;
  }

  @Nullable List<Statement> alter(Action.Alter alter) {
    if (actions.growsBeside(alter.id())) {
      return retype(alter, null);
    }
    return renderer != null && before.has(alter.id()) && isStanding(alter.before())
        ? renderer.alter(alter.before(), alter.after(), before, after)
        : null;
  }

  /** An alteration that takes another back. */
  @Nullable List<Statement> takeBack(Action.Alter inverse) {
    return renderer != null && before.has(inverse.id()) && isStanding(inverse.before())
        ? renderer.alter(inverse.before(), inverse.after(), /* from= */ after, /* to= */ before)
        : null;
  }

  /**
   * Another type of a column, or other values of an enumerated type.
   *
   * @param parking the names of what is parked, where the old column is; else null
   */
  @Nullable List<Statement> retype(Action.Alter alter, @Nullable Parking parking) {
    if (renderer != null
        && actions.growsBeside(alter.id())
        && alter.before() instanceof EnumType old
        && alter.after() instanceof EnumType type) {
      return renderer.retype(old, type, before, after);
    }
    return renderer != null
            && actions.growsBeside(alter.id())
            && alter.before() instanceof Column old
            && alter.after() instanceof Column column
        ? renderer.retype(old, column, before, after, parking)
        : null;
  }

  /** The way back of {@link #retype}, as the alteration that takes it back. */
  @Nullable List<Statement> retypeBack(Action.Alter inverse, @Nullable Parking parking) {
    if (renderer != null
        && actions.growsBeside(inverse.id())
        && inverse.before() instanceof EnumType type
        && inverse.after() instanceof EnumType old) {
      return renderer.retypeBack(old, type, before, after);
    }
    return renderer != null
            && actions.growsBeside(inverse.id())
            && inverse.before() instanceof Column column
            && inverse.after() instanceof Column old
        ? renderer.retypeBack(old, column, before, after, parking)
        : null;
  }

  /** Why a column is converted to what takes the place of its type directly, as a clause. */
  @Nullable String obstacle(Action.Convert convert) {
    if (renderer == null) {
      return null;
    }
    for (ObjectId need : before.dependencies().of(convert.id())) {
      if (before.find(need) instanceof EnumType old
          && after.find(need) instanceof EnumType type
          && !old.equals(type)) {
        return renderer.obstacle(old, type, before, after);
      }
    }
    return null;
  }

  List<Statement> replace(Action.Replace replace) {
    return required(replace.before(), replace.after(), before, after);
  }

  /** The way back of {@link #replace}. */
  List<Statement> takeBack(Action.Replace replace) {
    return required(replace.after(), replace.before(), /* from= */ after, /* to= */ before);
  }

  private List<Statement> required(
      DatabaseObject old, DatabaseObject now, Catalog from, Catalog to) {
    List<Statement> statements = renderer == null ? null : renderer.replace(old, now, from, to);
    if (statements == null) {
      throw new IllegalStateException(now.id() + " can't be replaced");
    }
    return statements;
  }

  /** Whether it takes its time, so that what need not wait for it does not. */
  boolean isLong(Action action) {
    return switch (action) {
      case Action.Create create -> create(create) != null;
      case Action.Drop drop -> drop(drop) != null;
      case Action.Alter alter -> alter(alter) != null;
      case Action.Replace replace -> true;
      case Action.Rename rename -> false;
      case Action.SetAside aside -> false;
      case Action.Convert convert -> false;
      case Action.DropAside drop -> false;
    };
  }

  private boolean isStanding(DatabaseObject part) {
    ObjectId relation = part.parent();
    return relation != null
        && before.has(relation)
        && after.has(relation)
        && actions.creating(relation) == null
        && actions.dropping(relation) == null;
  }
}
