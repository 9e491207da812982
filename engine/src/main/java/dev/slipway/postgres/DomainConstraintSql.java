package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.DomainConstraint;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.RowCheck;
import dev.slipway.plan.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The checks of domains as SQL (manual: ALTER DOMAIN). */
final class DomainConstraintSql implements ObjectSql<DomainConstraint> {

  /** A text, a quoted name, or the word by which a check calls the value that it is about. */
  private static final Pattern VALUE =
      Pattern.compile("'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|\\bVALUE\\b");

  @Override
  public String systemCatalog() {
    return "pg_constraint";
  }

  @Override
  public String target(ObjectId id) {
    return "constraint " + Quoting.name(id) + " on domain " + Quoting.qualified(id);
  }

  @Override
  public List<Statement> create(DomainConstraint constraint, List<DatabaseObject> within) {
    return List.of(
        change(
            constraint.id(),
            "add constraint "
                + Quoting.name(constraint.id())
                + " "
                + constraint.definition()
                + (constraint.validated() ? "" : " not valid")));
  }

  @Override
  public List<Statement> drop(DomainConstraint constraint) {
    return List.of(change(constraint.id(), "drop constraint " + Quoting.name(constraint.id())));
  }

  /** Only that it holds for every value can be said of a check that is there. */
  @Override
  public Alteration alter(
      DomainConstraint before, DomainConstraint after, Catalog from, Catalog to) {
    if (!before.definition().equals(after.definition()) || before.validated()) {
      return new Alteration.Recreate();
    }
    return new Alteration.InPlace(
        List.of(change(after.id(), "validate constraint " + Quoting.name(after.id()))), false);
  }

  /** The way back must be there as well, so it is all the same whether the check comes or goes. */
  @Override
  public boolean needsNewParent(DomainConstraint part, Catalog from, Catalog to) {
    return part.validated() && Holding.isWithinOthers(part.parent(), from);
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    return List.of(
        change(from, "rename constraint " + Quoting.name(from) + " to " + Quoting.name(to)));
  }

  /** Asks every column of the domain, as far as the check speaks of what is there already. */
  @Override
  public List<RowCheck> rowChecks(
      @Nullable DomainConstraint before, DomainConstraint after, Catalog from, Catalog to) {
    boolean isKnown =
        before != null && before.definition().equals(after.definition()) && before.validated();
    if (isKnown || !after.validated() || !from.has(after.parent())) {
      return List.of();
    }
    var checks = new ArrayList<RowCheck>();
    for (TypeUse use : TypeUse.inBoth(from, to, after.parent())) {
      ObjectId table = use.column().parent();
      if (!use.array() && RowChecks.canAsk(after, table, from, to)) {
        String condition = condition(after, use.name());
        checks.add(
            RowChecks.noRow(
                after.id(),
                "%s holds for each row of %s".formatted(condition, table.dotted()),
                table,
                "not (" + condition + ")",
                List.of(use.column().id().name()),
                from));
      }
    }
    return checks;
  }

  private static String condition(DomainConstraint constraint, String column) {
    String definition = constraint.definition();
    String condition =
        definition.substring(definition.indexOf('(') + 1, definition.lastIndexOf(')'));
    return VALUE
        .matcher(condition)
        .replaceAll(found ->
            java.util.regex.Matcher.quoteReplacement(
                found.group().equals("VALUE") ? column : found.group()));
  }

  private static Statement change(ObjectId constraint, String change) {
    return Statement.of("alter domain " + Quoting.qualified(constraint) + " " + change);
  }
}
