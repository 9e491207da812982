package dev.slipway.diff;

import dev.slipway.catalog.Column;
import dev.slipway.catalog.ColumnDefault;
import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Domain;
import dev.slipway.catalog.DomainConstraint;
import dev.slipway.catalog.Index;
import dev.slipway.catalog.Policy;
import dev.slipway.catalog.PublicationMember;
import dev.slipway.catalog.Routine;
import dev.slipway.catalog.Rule;
import dev.slipway.catalog.Trigger;
import dev.slipway.catalog.View;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether two objects differ in nothing but the text of expressions, so that they may be the same
 * thing spelled in two ways.
 *
 * <p>An engine does not always print back what it printed before: PostgreSQL turns {@code x IN
 * ('a')} on a varchar into one text, and that text, loaded again, into another. Whether two
 * spellings mean the same, only the engine can say.
 */
public final class Spelling {

  private Spelling() {}

  /**
   * Whether everything but the text of expressions is the same, and each expression is there in
   * both.
   */
  public static boolean mayBeTheSame(DatabaseObject one, DatabaseObject other) {
    return one.id().equals(other.id()) && withoutText(one).equals(withoutText(other));
  }

  private static DatabaseObject withoutText(DatabaseObject object) {
    return switch (object) {
      case Constraint c
          when c.type() == Constraint.Type.CHECK || c.type() == Constraint.Type.EXCLUSION ->
          new Constraint(
              c.id(),
              c.type(),
              "",
              c.columns(),
              c.references(),
              c.referencedColumns(),
              c.validated(),
              c.inherited(),
              c.options(),
              c.notEnforced());
      case Index i ->
          new Index(
              i.id(),
              i.relation(),
              i.unique(),
              "",
              i.keys().stream().map(key -> "").toList(),
              i.predicate().isEmpty() ? "" : "there",
              i.nullsNotDistinct(),
              i.statistics());
      case View v ->
          new View(
              v.id(),
              v.materialized(),
              v.columns(),
              "",
              v.options(),
              v.accessMethod(),
              v.details());
      case ColumnDefault d -> new ColumnDefault(d.id(), d.column(), "");
      case Column c ->
          new Column(
              c.id(),
              c.type(),
              c.notNull(),
              c.collation(),
              c.identity(),
              blank(c.generated()),
              c.stored(),
              c.inherited(),
              c.notNullAs(),
              c.tuning());
      case Domain d ->
          new Domain(
              d.id(),
              d.type(),
              d.collation(),
              blank(d.defaultValue()),
              d.notNull(),
              d.notNullName());
      case DomainConstraint d -> new DomainConstraint(d.id(), "", d.validated());
      case Policy p ->
          new Policy(
              p.id(), p.permissive(), p.command(), p.roles(), blank(p.using()), blank(p.check()));
      case Trigger t ->
          new Trigger(t.id(), t.relation(), withoutCondition(t.definition()), t.enabled());
      case Rule r -> new Rule(r.id(), r.relation(), "", r.enabled());
      case PublicationMember m ->
          new PublicationMember(m.id(), m.table(), m.columns(), blank(m.filter()));
      case Routine r -> withoutText(r);
      default -> object;
    };
  }

  /** A body that is a text is kept as it was written. */
  private static Routine withoutText(Routine routine) {
    String definition = routine.definition();
    List<Routine.Argument> arguments = new ArrayList<>();
    for (Routine.Argument argument : routine.arguments()) {
      arguments.add(new Routine.Argument(argument.declaration(), blank(argument.value())));
      if (argument.value() != null) {
        definition = without(definition, " DEFAULT " + argument.value());
      }
    }
    if (routine.body() != null) {
      definition = without(definition, routine.body());
    }
    return new Routine(
        routine.id(),
        routine.form(),
        routine.result(),
        arguments,
        definition,
        blank(routine.body()));
  }

  private static String without(String text, String part) {
    int start = text.indexOf(part);
    return start < 0 ? text : text.substring(0, start) + text.substring(start + part.length());
  }

  private static String withoutCondition(String trigger) {
    int start = trigger.indexOf(" WHEN (");
    int end = trigger.lastIndexOf(") EXECUTE ");
    return start < 0 || end < start
        ? trigger
        : trigger.substring(0, start) + trigger.substring(end);
  }

  private static @Nullable String blank(@Nullable String text) {
    return text == null ? null : "";
  }
}
