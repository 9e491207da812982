package dev.slipway.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A constraint of a table. NOT NULL is a property of its column instead.
 *
 * @param id {@code [schema, table, name]}
 * @param type what it demands
 * @param definition the constraint as the engine prints it, without its name
 * @param columns the columns of the table that it names, in its order; empty for a check without
 *     columns
 * @param references the table that a foreign key points at; else null
 * @param referencedColumns the columns that a foreign key points at; else empty
 * @param validated whether every existing row is known to satisfy it
 * @param inherited whether the table has it only from the tables it inherits from; false in
 *     partitions
 * @param options the storage parameters of its index as {@code name=value}, in their order
 * @param notEnforced whether it is only told, and rows may violate it
 */
public record Constraint(
    ObjectId id,
    Type type,
    String definition,
    List<String> columns,
    @Nullable ObjectId references,
    List<String> referencedColumns,
    boolean validated,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean inherited,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> options,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean notEnforced)
    implements DatabaseObject {

  private static final List<String> TIMINGS =
      List.of(" DEFERRABLE INITIALLY DEFERRED", " DEFERRABLE");

  /** What a constraint demands. */
  public enum Type {
    /** One row per key, none of them null. */
    PRIMARY_KEY,
    /** One row per key. */
    UNIQUE,
    /** A condition on each row. */
    CHECK,
    /** A row elsewhere for each key. */
    FOREIGN_KEY,
    /** No two rows that conflict by given operators. */
    EXCLUSION;

    /** Whether the server keeps an index of the constraint's name for it. */
    public boolean hasIndex() {
      return switch (this) {
        case PRIMARY_KEY, UNIQUE, EXCLUSION -> true;
        case CHECK, FOREIGN_KEY -> false;
      };
    }
  }

  /** Copies the columns. */
  public Constraint {
    columns = List.copyOf(columns);
    referencedColumns = List.copyOf(referencedColumns);
    options = options == null ? List.of() : List.copyOf(options);
  }

  /** When it is asked, as the end of its definition; empty for with each statement. */
  public String timing() {
    return TIMINGS.stream().filter(definition::endsWith).findFirst().orElse("");
  }

  /** Its definition without the {@link #timing}. */
  public String withoutTiming() {
    return definition.substring(0, definition.length() - timing().length());
  }

  @Override
  public ObjectId parent() {
    return ObjectId.of(Kind.TABLE, id.path().get(0), id.path().get(1));
  }
}
