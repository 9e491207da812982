package dev.slipway.backup;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.SequenceState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a sequence was, in a backup.
 *
 * @param sequence its schema and name
 * @param column schema, table and name of the identity column whose own it is; else null
 * @param value the last value that it gave, or the one that it begins with
 * @param called whether it gave that one already
 */
public record SequenceCopy(
    List<String> sequence, @Nullable List<String> column, long value, boolean called) {

  /** Copies the names. */
  public SequenceCopy {
    sequence = List.copyOf(sequence);
    column = column == null ? null : List.copyOf(column);
  }

  static SequenceCopy of(SequenceState state) {
    ObjectId column = state.column();
    return new SequenceCopy(
        state.sequence().path(),
        column == null ? null : column.path(),
        state.value(),
        state.called());
  }

  SequenceState state() {
    return new SequenceState(
        new ObjectId(Kind.SEQUENCE, sequence),
        column == null ? null : new ObjectId(Kind.COLUMN, column),
        value,
        called);
  }
}
