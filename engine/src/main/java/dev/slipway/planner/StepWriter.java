package dev.slipway.planner;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Dependencies;
import dev.slipway.catalog.Index;
import dev.slipway.catalog.IndexPartition;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Table;
import dev.slipway.dialect.Alteration;
import dev.slipway.dialect.Renderer;
import dev.slipway.diff.Change;
import dev.slipway.hazard.HazardRules;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import dev.slipway.plan.Parking;
import dev.slipway.plan.Reverse;
import dev.slipway.plan.RowCheck;
import dev.slipway.plan.Statement;
import dev.slipway.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes the steps of an action: its statements, the way back, its dangers, and what rows could
 * refuse it.
 */
final class StepWriter {

  private final Actions actions;
  private final Remaking remaking;
  private final Renderer renderer;
  private final Online online;
  private final Catalog before;
  private final Catalog after;
  private final @Nullable Parking parking;
  private final @Nullable ParkedDrops parkedDrops;
  private final @Nullable ParkedValues parkedValues;

  /**
   * @param parking the names of what is parked; null where what is dropped is lost
   */
  StepWriter(
      Renderer renderer,
      Online online,
      Catalog before,
      Catalog after,
      Actions actions,
      Remaking remaking,
      @Nullable Parking parking) {
    this.actions = actions;
    this.remaking = remaking;
    this.renderer = renderer;
    this.online = online;
    this.before = before;
    this.after = after;
    this.parking = parking;
    this.parkedDrops = parking == null ? null : new ParkedDrops(renderer, before, actions, parking);
    this.parkedValues =
        parking == null ? null : new ParkedValues(renderer, before, after, actions, parking);
  }

  /** How what is dropped is parked; null where it is lost. */
  @Nullable ParkedDrops parkedDrops() {
    return parkedDrops;
  }

  List<Step> steps(Action action) {
    return switch (action) {
      case Action.Create create -> create(create);
      case Action.Drop drop -> drop(drop);
      case Action.Alter alter -> alter(alter);
      case Action.Replace replace -> replace(replace);
      case Action.Rename rename -> rename(rename);
      case Action.SetAside aside -> setAside(aside);
      case Action.Convert convert -> convert(convert);
      case Action.DropAside drop -> dropAside(drop);
    };
  }

  /** What is done to a column of a foreign table loses no value: they are elsewhere. */
  private @Nullable String loss(DatabaseObject object, @Nullable DatabaseObject instead) {
    ObjectId parent = object.parent();
    boolean isElsewhere =
        parent != null && before.find(parent) instanceof Table table && table.isForeign();
    return isElsewhere ? null : renderer.loss(object, instead);
  }

  private List<Step> setAside(Action.SetAside aside) {
    List<String> back = new ArrayList<>();
    back.addAll(sql(renderer.bringBack(aside.object(), aside.aside(), before)));
    String owner = before.seen().owners().get(aside.id());
    if (owner != null) {
      back.addAll(sql(renderer.giveTo(aside.id(), owner)));
    }
    aside.along().stream()
        .sorted(java.util.Comparator.comparing(DatabaseObject::id))
        .forEach(part -> back.addAll(sql(renderer.create(part, List.of(), before))));
    return steps(
        "set " + aside.id() + " aside",
        aside.id(),
        renderer.setAside(aside.object(), aside.aside(), before),
        new Reverse.Reversible(back),
        List.of(),
        List.of());
  }

  /** On the way back the old type stands aside, and the column becomes one of that name. */
  private List<Step> convert(Action.Convert convert) {
    Column column = convert.column();
    return steps(
        "convert " + column.id(),
        column.id(),
        renderer.convert(column, Map.of(), before, after),
        new Reverse.Reversible(
            sql(renderer.convert(column, actions.asides(), /* from= */ after, /* to= */ before))),
        HazardRules.assessConverted(column, before, after, online.obstacle(convert)),
        List.of());
  }

  private List<Step> dropAside(Action.DropAside drop) {
    ObjectId id = drop.object().id();
    DatabaseObject instead = after.find(id);
    String loss = loss(drop.object(), instead);
    DatabaseObject aside = renderer.withAsides(drop.object(), actions.asides(), before);
    List<String> back = new ArrayList<>(sql(renderer.create(aside, List.of(), before)));
    for (DatabaseObject part : drop.along()) {
      DatabaseObject kept = renderer.withAsides(part, actions.asides(), before);
      back.addAll(sql(renderer.create(kept, List.of(), before)));
    }
    Change change =
        instead == null ? new Change.Drop(drop.object()) : new Change.Alter(drop.object(), instead);
    return steps(
        "drop " + drop.id(),
        id,
        renderer.drop(aside, List.of(), before, after),
        loss == null ? new Reverse.Reversible(back) : new Reverse.Irreversible(loss, back),
        HazardRules.assess(change, before, after, loss, /* online= */ false),
        List.of());
  }

  private List<Step> create(Action.Create create) {
    DatabaseObject old = before.find(create.id());
    Change change =
        old == null ? new Change.Create(create.object()) : new Change.Alter(old, create.object());
    boolean isUnchanged = create.object().equals(old);
    List<Statement> beside = online.create(create);
    List<Hazard> hazards = new ArrayList<>();
    List<RowCheck> checks = new ArrayList<>();
    for (Hazard hazard : HazardRules.assess(change, before, after, null, beside != null)) {
      if (!isUnchanged || hazard.code().severity() == HazardCode.Severity.LOCKS) {
        hazards.add(hazard);
      }
    }
    if (!isUnchanged) {
      checks.addAll(renderer.rowChecks(old, create.object(), before, after));
    }
    if (old == null) {
      create.within().forEach(part -> checks.addAll(renderer.rowChecks(null, part, before, after)));
    }
    return steps(
        "create " + create.id(),
        create.id(),
        beside == null ? created(create, after) : beside,
        new Reverse.Reversible(
            actions.goesBackByItself(create.id())
                ? List.of()
                : isShared(create.object())
                    ? takeBack(List.of(new Change.Create(create.object())))
                    : sql(dropped(create))),
        hazards,
        checks);
  }

  private List<Statement> dropped(Action.Create create) {
    List<Statement> beside = online.takeBack(create);
    return beside == null
        ? renderer.drop(create.object(), create.within(), /* from= */ after, /* to= */ before)
        : beside;
  }

  /** Whether dropping it again would take along indexes that were there before it. */
  private boolean isShared(DatabaseObject object) {
    ObjectId relation = object.parent();
    return object instanceof IndexPartition
        || ((object instanceof Index || object instanceof Constraint)
            && relation != null
            && after.find(relation) instanceof Table table
            && table.isPartitioned());
  }

  /** What was there before under another owner than the one who creates it gets its owner back. */
  private List<Statement> created(Action.Create create, Catalog in) {
    List<Statement> statements = renderer.create(create.object(), create.within(), in);
    String owner = before.seen().owners().get(create.id());
    if (owner == null) {
      return statements;
    }
    var all = new ArrayList<>(statements);
    all.addAll(renderer.giveTo(create.id(), owner));
    return all;
  }

  private List<Step> drop(Action.Drop drop) {
    ParkedDrops.Way way = parkedDrops == null ? null : parkedDrops.of(drop);
    if (way != null) {
      return park(drop, way);
    }
    List<String> losses = new ArrayList<>();
    List<Hazard> hazards = new ArrayList<>();
    List<Statement> beside = online.drop(drop);
    if (!drop.comesBack()) {
      String loss = loss(drop.object(), null);
      if (loss != null) {
        losses.add(loss);
      }
      for (DatabaseObject part : drop.along()) {
        String partLoss = loss(part, null);
        if (partLoss != null && !part.id().equals(drop.id()) && losses.isEmpty()) {
          losses.add(partLoss);
        }
      }
      hazards.addAll(
          HazardRules.assess(
              new Change.Drop(drop.object()),
              before,
              after,
              losses.isEmpty() ? null : losses.get(0),
              beside != null));
    } else {
      DatabaseObject instead = after.find(drop.id());
      boolean hasRows = drop.object() instanceof Table table && !table.isForeign();
      String loss = instead == null ? null : loss(drop.object(), hasRows ? null : instead);
      if (loss != null) {
        losses.add(loss);
        hazards.addAll(
            HazardRules.assess(
                new Change.Drop(drop.object()), before, after, loss, /* online= */ false));
      }
    }
    List<String> back = drop.released().isEmpty() ? restore(drop) : takeBack(releasing(drop));
    drop.released().stream()
        .map(released ->
            renderer.loss(/* before= */ released.after(), /* after= */ released.before()))
        .filter(Objects::nonNull)
        .forEach(losses::add);
    Reverse reverse =
        losses.isEmpty()
            ? new Reverse.Reversible(back)
            : new Reverse.Irreversible(String.join(" ", losses), back);
    return steps(
        "drop " + drop.id(),
        drop.id(),
        beside == null ? renderer.drop(drop.object(), drop.along(), before, after) : beside,
        reverse,
        hazards,
        List.of());
  }

  private List<Step> park(Action.Drop drop, ParkedDrops.Way way) {
    String loss = loss(drop.object(), null);
    return steps(
        "park " + drop.id(),
        drop.id(),
        way.there(),
        new Reverse.Parked(way.objects(), way.checks(), way.back()),
        loss == null
            ? List.of()
            : HazardRules.assess(
                new Change.Drop(drop.object()),
                before,
                after,
                "The "
                    + drop.id()
                    + " is parked: nothing finds it under its name any more, and only a rollback"
                    + " brings back what it holds, as long as it is not purged.",
                /* online= */ false),
        List.of());
  }

  /** Creates again what an action drops, in the order in which the parts need each other. */
  private List<String> restore(Action.Drop drop) {
    List<Change> creates = new ArrayList<>();
    creates.add(new Change.Create(drop.object()));
    drop.along().forEach(part -> creates.add(new Change.Create(part)));
    Catalog nothing =
        new Catalog(before.engine(), List.of(), Dependencies.none(), java.util.Map.of());
    Actions actions = Actions.of(renderer, nothing, before, creates, Set.of(), null);
    List<String> statements = new ArrayList<>();
    for (Action action : Ordering.sort(nothing, before, actions)) {
      if (action instanceof Action.Create create) {
        List<Statement> beside = online.restore(drop, create);
        statements.addAll(sql(beside == null ? created(create, before) : beside));
      }
    }
    return statements;
  }

  private static List<Change> releasing(Action.Drop drop) {
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.Drop(drop.object()));
    drop.along().forEach(part -> changes.add(new Change.Drop(part)));
    drop.released()
        .forEach(column -> changes.add(new Change.Alter(column.before(), column.after())));
    return changes;
  }

  private List<Step> alter(Action.Alter alter) {
    String loss = loss(alter.before(), alter.after());
    DatabaseObject old =
        actions.isReleased(alter.id()) && alter.before() instanceof Column column
            ? column.asOwn()
            : alter.before();
    List<Change> changes = new ArrayList<>(List.of(new Change.Alter(old, alter.after())));
    alter.along().forEach(part -> changes.add(new Change.Drop(part)));
    Remaking.Way way = remaking.wayBackOf(alter);
    List<String> back = way == null ? takeBack(changes) : takeBack(way.actions(), way.asides());
    ParkedValues values = valuesKeptBy(alter);
    List<Statement> retype = online.retype(alter, values == null ? null : parking);
    List<Statement> beside = retype == null ? online.alter(alter) : retype;
    List<Statement> there = beside == null ? inPlace(alter, before, after) : beside;
    if (values != null && retype == null) {
      there = values.there(there, alter);
    }
    return steps(
        "alter " + alter.id(),
        alter.id(),
        there,
        values != null
            ? values.reverse(alter, back)
            : loss == null ? new Reverse.Reversible(back) : new Reverse.Irreversible(loss, back),
        HazardRules.assess(
            seenByRows(alter),
            before,
            after,
            values == null ? loss : ParkedValues.loss(alter),
            beside != null),
        renderer.rowChecks(before.find(alter.id()), alter.after(), before, after));
  }

  private @Nullable ParkedValues valuesKeptBy(Action.Alter alter) {
    return parkedValues != null && parkedValues.areKept(alter) ? parkedValues : null;
  }

  /** A column that comes with its table's type is new to the rows. */
  private Change seenByRows(Action.Alter alter) {
    return before.has(alter.id())
        ? new Change.Alter(alter.before(), alter.after())
        : new Change.Create(alter.after());
  }

  /** The way back may disturb what the way there does not, and then recreates it by itself. */
  private List<String> takeBack(List<Change> changes) {
    Actions back = actions.takingBack(changes);
    return takeBack(Ordering.sort(/* before= */ after, /* after= */ before, back), back.asides());
  }

  private List<String> takeBack(List<Action> ordered, Map<ObjectId, ObjectId> asides) {
    List<String> statements = new ArrayList<>();
    for (Action action : ordered) {
      switch (action) {
        case Action.Create create -> statements.addAll(sql(created(create, before)));
        case Action.Drop drop ->
            statements.addAll(
                sql(
                    renderer.drop(
                        drop.object(), drop.along(), /* from= */ after, /* to= */ before)));
        case Action.Alter inverse -> {
          ParkedValues values =
              valuesKeptBy(
                  new Action.Alter(/* before= */ inverse.after(), /* after= */ inverse.before()));
          List<Statement> retype = online.retypeBack(inverse, values == null ? null : parking);
          List<Statement> beside = retype == null ? online.takeBack(inverse) : retype;
          List<Statement> back =
              beside == null ? inPlace(whileAside(inverse), /* from= */ after, before) : beside;
          statements.addAll(
              sql(values == null || retype != null ? back : values.back(back, inverse)));
        }
        case Action.SetAside aside ->
            statements.addAll(
                sql(renderer.setAside(aside.object(), aside.aside(), /* catalog= */ after)));
        case Action.Convert convert ->
            statements.addAll(
                sql(
                    renderer.convert(
                        convert.column(), Map.of(), /* from= */ after, /* to= */ before)));
        case Action.DropAside drop ->
            statements.addAll(
                sql(
                    renderer.drop(
                        renderer.withAsides(drop.object(), asides, after),
                        drop.along(),
                        after,
                        before)));
        case Action.Replace replace ->
            throw new IllegalStateException(replace.id() + " is not replaced by an alteration");
        case Action.Rename rename ->
            throw new IllegalStateException(rename.id() + " is not renamed by an alteration");
      }
    }
    return statements;
  }

  /** The types that the way there sets aside have not come back yet. */
  private Action.Alter whileAside(Action.Alter inverse) {
    return new Action.Alter(
        inverse.before(), renderer.withAsides(inverse.after(), actions.asides(), before));
  }

  private List<Statement> inPlace(Action.Alter alter, Catalog from, Catalog to) {
    return switch (renderer.alter(alter.before(), alter.after(), from, to)) {
      case Alteration.InPlace inPlace -> inPlace.statements();
      case Alteration.Recreate recreate ->
          throw new IllegalStateException(alter.id() + " is recreated, not altered");
    };
  }

  private List<Step> replace(Action.Replace replace) {
    return steps(
        "replace " + replace.id(),
        replace.id(),
        online.replace(replace),
        new Reverse.Reversible(sql(online.takeBack(replace))),
        HazardRules.assess(
            new Change.Alter(replace.before(), replace.after()),
            before,
            after,
            null,
            /* online= */ true),
        renderer.rowChecks(replace.before(), replace.after(), before, after));
  }

  private List<Step> rename(Action.Rename rename) {
    return steps(
        "rename " + rename.from() + " to " + rename.to().name(),
        rename.from(),
        renderer.rename(rename.from(), rename.to(), before),
        new Reverse.Reversible(sql(renderer.rename(rename.to(), rename.from(), after))),
        List.of(),
        List.of());
  }

  /** The first statement carries the way back, since it is the last to be taken back. */
  private static List<Step> steps(
      String summary,
      ObjectId object,
      List<Statement> statements,
      Reverse reverse,
      List<Hazard> hazards,
      List<RowCheck> checks) {
    List<Step> steps = new ArrayList<>();
    for (Statement statement : statements) {
      boolean isFirst = steps.isEmpty();
      steps.add(
          new Step(
              summary,
              object,
              statement,
              isFirst ? reverse : new Reverse.Reversible(List.of()),
              isFirst ? hazards : List.of(),
              isFirst ? checks : List.of()));
    }
    return steps;
  }

  private static List<String> sql(List<Statement> statements) {
    return statements.stream().map(Statement::sql).collect(Collectors.toList());
  }
}
