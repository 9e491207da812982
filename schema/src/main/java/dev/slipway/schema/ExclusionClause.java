package dev.slipway.schema;

import dev.slipway.error.SlipwayException;
import dev.slipway.schema.model.Deferral;
import dev.slipway.schema.model.DefinedExclusion;
import dev.slipway.schema.model.Expression;
import dev.slipway.schema.model.IndexPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * An exclusion constraint of a table under definition, as in {@code exclude().with(room,
 * "=").with(during, "&&")}: no two rows for which all operators say true.
 */
public final class ExclusionClause {

  private final JooqTable table;
  private final List<DefinedExclusion.Element> elements = new ArrayList<>();
  private String method = "gist";
  private @Nullable String name;
  private List<String> include = List.of();
  private Map<String, String> options = Map.of();
  private @Nullable Expression where;
  private Deferral deferral = Deferral.NOT_DEFERRABLE;
  private @Nullable String comment;

  ExclusionClause(JooqTable table) {
    this.table = table;
  }

  /** Compares a column or expression by an operator, such as {@code &&}. */
  public ExclusionClause with(Field<?> part, String operator) {
    return element(part, operator, null);
  }

  /** The same, with an operator class. */
  public ExclusionClause with(Field<?> part, String operator, String operatorClass) {
    return element(part, operator, operatorClass);
  }

  private ExclusionClause element(Field<?> part, String operator, @Nullable String operatorClass) {
    IndexReader.requireOwn(table, "an exclusion constraint", part);
    open()
        .elements
        .add(
            new DefinedExclusion.Element(
                new IndexPart(
                    IndexReader.key(part), IndexPart.Order.DEFAULT, null, null, operatorClass),
                operator));
    return this;
  }

  /** The access method of its index; {@code gist} otherwise. */
  public ExclusionClause using(String accessMethod) {
    open().method = accessMethod;
    return this;
  }

  /** Gives the constraint a name; otherwise the server chooses one. */
  public ExclusionClause named(String constraintName) {
    open().name = constraintName;
    return this;
  }

  /** Further columns to keep in its index. */
  public ExclusionClause include(Column<?>... columns) {
    open().include = OwnColumns.names(table, "an exclusion constraint's include", columns);
    return this;
  }

  /** Sets a storage parameter of its index, such as {@code fillfactor}. */
  public ExclusionClause with(String parameter, Object value) {
    open().options = ClauseParts.with(table.place(), options, parameter, value);
    return this;
  }

  /** The rows it is for. */
  public ExclusionClause where(Condition condition) {
    open().where = Expression.of(condition);
    return this;
  }

  /** The rows it is for, as an SQL condition. */
  public ExclusionClause where(String sql) {
    open().where = Expression.of(sql);
    return this;
  }

  /** Lets a transaction defer the check to its commit. */
  public ExclusionClause deferrable() {
    open().deferral = Deferral.INITIALLY_IMMEDIATE;
    return this;
  }

  /** Defers the check to the commit. */
  public ExclusionClause initiallyDeferred() {
    open().deferral = Deferral.INITIALLY_DEFERRED;
    return this;
  }

  /** Gives the constraint, which must have a name, a comment in the database. */
  public ExclusionClause comment(String text) {
    open().comment = text;
    return this;
  }

  private ExclusionClause open() {
    table.parts().requireOpen(table.place());
    return this;
  }

  DefinedExclusion defined() {
    if (elements.isEmpty()) {
      throw new SlipwayException(
          DefinitionError.KEY_INVALID,
          table.place() + ": an exclusion constraint compares nothing.",
          "Say what, as in exclude().with(room, \"=\").with(during, \"&&\").");
    }
    return new DefinedExclusion(
        name,
        method,
        elements,
        include,
        options,
        where,
        deferral,
        ClauseParts.comment(table.place(), "an exclusion constraint", name, comment));
  }
}
