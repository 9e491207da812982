package dev.slipway.schema;

import dev.slipway.error.SlipwayException;
import dev.slipway.schema.model.DefinedGrant;
import dev.slipway.schema.model.DefinedSequence;
import dev.slipway.schema.model.Privilege;
import dev.slipway.schema.model.QualifiedName;
import dev.slipway.schema.model.SequenceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jooq.Field;
import org.jooq.Sequence;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A sequence of a {@link SchemaDefinition}, as its definition and as jOOQ's {@link #jooq sequence}.
 *
 * <pre>{@code
 * public final SequenceDefinition<Long> number = sequence("invoice_number").startWith(1000);
 * // in a table, and in the application
 * bigint("number").defaultTo(SHOP.number.nextval());
 * db.select(SHOP.number.nextval()).fetchSingle();
 * }</pre>
 *
 * @param <T> the type of its values
 */
public final class SequenceDefinition<T extends Number> {

  private final SchemaDefinition schema;
  private final String name;
  private final ValueType<T> type;
  private final List<GrantClause> grants = new ArrayList<>();
  private SequenceOptions options = SequenceOptions.DEFAULT;
  private boolean unlogged;
  private @Nullable Supplier<? extends Column<?>> owner;
  private @Nullable String comment;
  private @Nullable QualifiedName renamedFrom;

  SequenceDefinition(SchemaDefinition schema, String name, ValueType<T> type) {
    this.schema = schema;
    this.name = name;
    this.type = type;
  }

  /** The first value. */
  public SequenceDefinition<T> startWith(long value) {
    open().options = options.startWith(value);
    return this;
  }

  /** The step; negative to count down. */
  public SequenceDefinition<T> incrementBy(long value) {
    open().options = options.incrementBy(value);
    return this;
  }

  /** The least value. */
  public SequenceDefinition<T> minValue(long value) {
    open().options = options.minValue(value);
    return this;
  }

  /** The greatest value. */
  public SequenceDefinition<T> maxValue(long value) {
    open().options = options.maxValue(value);
    return this;
  }

  /** How many values a session takes at once; what it does not use is lost. */
  public SequenceDefinition<T> cache(long values) {
    open().options = options.cache(values);
    return this;
  }

  /** Begins anew after the last value. */
  public SequenceDefinition<T> cycle() {
    open().options = options.cycle();
    return this;
  }

  /** Makes it lose its state in a crash. */
  public SequenceDefinition<T> unlogged() {
    open().unlogged = true;
    return this;
  }

  /**
   * Makes it go with a column when that is dropped.
   *
   * @param column asked only after all classes are loaded
   */
  public SequenceDefinition<T> ownedBy(Supplier<? extends Column<?>> column) {
    open().owner = column;
    return this;
  }

  /** Begins a grant; {@link GrantClause#to} completes it. */
  public GrantClause grant(Privilege... privileges) {
    open();
    var clause = new GrantClause(schema, place(), List.of(privileges), List.of());
    grants.add(clause);
    return clause;
  }

  /** Gives the sequence a comment in the database. */
  public SequenceDefinition<T> comment(String text) {
    open().comment = text;
    return this;
  }

  /** Declares that it had another name before: {@code name} or {@code schema.name}. */
  public SequenceDefinition<T> renamedFrom(String oldName) {
    open().renamedFrom = Names.former(place(), schema.schemaName(), oldName);
    return this;
  }

  /** The next value. */
  public Field<T> nextval() {
    return jooq().nextval();
  }

  /** The value that this session was given last. */
  public Field<T> currval() {
    return jooq().currval();
  }

  /** jOOQ's sequence. */
  public Sequence<T> jooq() {
    @Nullable String home = schema.schemaName();
    return DSL.sequence(home == null ? DSL.name(name) : DSL.name(home, name), type.dataType());
  }

  /** Fails when options contradict each other. */
  static void require(String place, SequenceOptions options) {
    Long least = options.least();
    Long greatest = options.greatest();
    String problem = null;
    if (options.increment() != null && options.increment() == 0) {
      problem = "its step is 0.";
    } else if (options.cache() != null && options.cache() < 1) {
      problem = "it takes " + options.cache() + " values at once.";
    } else if (least != null && greatest != null && least >= greatest) {
      problem = "its least value " + least + " is not below its greatest " + greatest + ".";
    } else if (options.start() != null
        && ((least != null && options.start() < least)
            || (greatest != null && options.start() > greatest))) {
      problem = "it starts with " + options.start() + ", which its bounds leave out.";
    }
    if (problem != null) {
      throw new SlipwayException(
          DefinitionError.SEQUENCE_INVALID, place + ": " + problem, "Correct its options.");
    }
  }

  private SequenceDefinition<T> open() {
    schema.requireOpen(place());
    return this;
  }

  private String place() {
    return "Sequence " + new QualifiedName(schema.schemaName(), name);
  }

  DefinedSequence defined() {
    require(place(), options);
    List<DefinedGrant> given = grants.stream().map(GrantClause::defined).toList();
    return new DefinedSequence(
        new QualifiedName(schema.schemaName(), name),
        type.type(),
        options,
        unlogged,
        owner(),
        given,
        comment,
        renamedFrom);
  }

  private DefinedSequence.@Nullable Owner owner() {
    if (owner == null) {
      return null;
    }
    @Nullable Column<?> column = owner.get();
    if (column == null) {
      throw new SlipwayException(
          DefinitionError.REFERENCE_UNRESOLVED,
          place() + ": the column that owns it is null.",
          "Refer to a column of a table's constant inside a lambda, as in ownedBy(() ->"
              + " BILLS.id).");
    }
    TableDefinition table = column.definedIn();
    if (!Objects.equals(table.schemaName(), schema.schemaName())) {
      throw new SlipwayException(
          DefinitionError.SEQUENCE_INVALID,
          place() + ": the column that owns it is in another schema: " + column.where() + ".",
          "Declare it in the SchemaDefinition of that table's schema.");
    }
    return new DefinedSequence.Owner(
        new QualifiedName(table.schemaName(), table.definedName()), column.spec().name());
  }
}
