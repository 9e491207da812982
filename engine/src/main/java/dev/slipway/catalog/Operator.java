package dev.slipway.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operator. Other operators and functions are named as the engine prints them, schema-qualified
 * where they are not built in.
 *
 * @param id {@code [schema, name(left type, right type)]}, with {@code NONE} for a missing operand
 * @param function what computes it
 * @param commutator the operator with the operands exchanged; null when none is told
 * @param negator the operator with the opposite result; null when none is told
 * @param restrict what estimates the rows it selects; null when nothing does
 * @param join what estimates the rows of a join; null when nothing does
 * @param hashes whether a join can hash by it
 * @param merges whether a join can merge by it
 * @param declared operators that it tells of, and that are nothing but declared by that, with their
 *     operands
 */
public record Operator(
    ObjectId id,
    String function,
    @Nullable String commutator,
    @Nullable String negator,
    @Nullable String restrict,
    @Nullable String join,
    boolean hashes,
    boolean merges,
    List<String> declared)
    implements DatabaseObject {

  /** Copies the declared operators. */
  public Operator {
    declared = List.copyOf(declared);
  }
}
