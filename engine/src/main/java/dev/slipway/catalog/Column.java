package dev.slipway.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table. Its place among the others is not compared: see {@link Catalog#columnsOf}.
 *
 * @param id {@code [schema, table, name]}
 * @param type the type as the engine prints it, schema-qualified where it is not built in: {@code
 *     character varying(40)}
 * @param notNull whether null is refused
 * @param collation the collation where it is not the type's own, schema-qualified and quoted; else
 *     null
 * @param identity how an identity column counts; null for any other
 * @param generated the expression of a generated column, as the engine prints it; null for any
 *     other
 * @param stored whether a generated column is stored; true for any other
 * @param inherited whether the table has it only from the tables it inherits from; false in
 *     partitions
 * @param notNullAs how null is refused; null for the usual way, and where it is not
 * @param tuning how its values are stored and counted; null for the usual way
 */
public record Column(
    ObjectId id,
    String type,
    boolean notNull,
    @Nullable String collation,
    @Nullable Identity identity,
    @Nullable String generated,
    boolean stored,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean inherited,
    @Nullable NotNull notNullAs,
    @Nullable Tuning tuning)
    implements DatabaseObject {

  /** How many names lead to a column. */
  static final int NAMES = 3;

  /** The usual ways are null. */
  public Column {
    notNullAs = NotNull.USUAL.equals(notNullAs) ? null : notNullAs;
    tuning = Tuning.NONE.equals(tuning) ? null : tuning;
  }

  @Override
  public ObjectId parent() {
    return ObjectId.of(Kind.TABLE, id.path().get(0), id.path().get(1));
  }

  /** The same column as one that the table does not only inherit. */
  public Column asOwn() {
    return new Column(
        id,
        type,
        notNull,
        collation,
        identity,
        generated,
        stored,
        /* inherited= */ false,
        notNullAs,
        tuning);
  }

  /** The sequence of an identity column, which is no object of its own; null for other columns. */
  public @Nullable ObjectId identitySequence() {
    if (identity == null) {
      return null;
    }
    String name = identity.sequence();
    return ObjectId.of(Kind.SEQUENCE, id.schema(), name == null ? usualSequence(id) : name);
  }

  /** What the sequence of an identity column is called when nobody says, where that is not cut. */
  public static String usualSequence(ObjectId column) {
    return column.path().get(1) + "_" + column.name() + "_seq";
  }
}
