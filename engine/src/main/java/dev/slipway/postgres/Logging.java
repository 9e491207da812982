package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Sequence;
import dev.slipway.catalog.SequenceOwner;
import dev.slipway.catalog.Table;
import dev.slipway.plan.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Which sequences of a table are in the write-ahead log: the server makes them follow the table
 * whenever that changes (manual: ALTER TABLE … SET LOGGED), so what is otherwise is said after it.
 */
final class Logging {

  private Logging() {}

  /** For a new column. */
  static List<Statement> of(Column column, Catalog in) {
    return column.identity() != null && column.identity().apart() ? say(column, in) : List.of();
  }

  /** For the sequence of an identity column. */
  static List<Statement> say(Column column, Catalog in) {
    ObjectId sequence = column.identitySequence();
    if (sequence == null || column.identity() == null) {
      return List.of();
    }
    boolean isTableLogged = !isUnlogged(column.parent(), in);
    return List.of(SequenceSql.log(sequence, isTableLogged != column.identity().apart()));
  }

  /** For each sequence that a table had when it was made logged or unlogged, and keeps. */
  static List<Statement> afterAltering(Table table, Catalog from, Catalog to) {
    var statements = new ArrayList<Statement>();
    for (Column column : to.columnsOf(table.id())) {
      if (from.find(column.id()) instanceof Column old && old.identity() != null) {
        statements.addAll(of(column, to));
      }
      for (ObjectId dependent : to.dependencies().dependentsOf(column.id())) {
        if (dependent.kind() == Kind.SEQUENCE_OWNER
            && to.find(dependent) instanceof SequenceOwner owner
            && owner.equals(from.find(dependent))
            && to.find(owner.sequence()) instanceof Sequence sequence
            && sequence.unlogged() != table.unlogged()) {
          statements.add(SequenceSql.log(sequence.id(), !sequence.unlogged()));
        }
      }
    }
    return statements;
  }

  private static boolean isUnlogged(ObjectId table, Catalog in) {
    return in.find(table) instanceof Table found && found.unlogged();
  }
}
