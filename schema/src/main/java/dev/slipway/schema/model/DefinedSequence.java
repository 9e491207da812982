package dev.slipway.schema.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sequence as a schema definition describes it.
 *
 * @param name the sequence
 * @param type the type of its values: smallint, integer or bigint
 * @param options how it counts
 * @param unlogged whether its state is lost in a crash
 * @param owner the column that it goes with, or null
 * @param grants who may use it
 * @param comment its comment, or null
 * @param renamedFrom the name it had before, or null
 */
public record DefinedSequence(
    QualifiedName name,
    ColumnType type,
    SequenceOptions options,
    boolean unlogged,
    @Nullable Owner owner,
    List<DefinedGrant> grants,
    @Nullable String comment,
    @Nullable QualifiedName renamedFrom) {

  /** Keeps a copy of the list. */
  public DefinedSequence {
    grants = List.copyOf(grants);
  }

  /**
   * The column that a sequence is dropped with.
   *
   * @param table its table
   * @param column its name
   */
  public record Owner(QualifiedName table, String column) {}
}
