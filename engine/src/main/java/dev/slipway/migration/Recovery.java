package dev.slipway.migration;

import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.Effect;
import dev.slipway.dialect.ScriptStatement;
import dev.slipway.dialect.SegmentRecord;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Finds out what became of the open segment of a course, without going on with it: what is half
 * done is cleared away, and a segment of which nothing stays does not count as begun any more.
 *
 * @param session the target
 * @param course the way through the part
 */
record Recovery(LockedSession session, Course course) {

  void run() {
    Segment segment = course.next();
    SegmentRecord begun = course.begun();
    if (segment == null || begun == null || !segment.alone()) {
      return;
    }
    if (course.part().backfill(segment.runs().getFirst()) != null) {
      // What its ledger says is what was committed with it.
      return;
    }
    try {
      if (effect(segment, begun) == Effect.NONE) {
        forget(begun);
      }
    } catch (SQLException e) {
      throw LockedSession.failed(session.dialect(), "Recovering " + course.part().name(), e);
    }
  }

  private Effect effect(Segment segment, SegmentRecord begun) throws SQLException {
    Connection connection = session.connection();
    session.renew();
    for (ScriptStatement setting : course.settings()) {
      try (Statement statement = connection.createStatement()) {
        statement.setEscapeProcessing(false);
        statement.execute(setting.sql());
      }
    }
    ScriptStatement statement = course.part().statements().get(segment.runs().getFirst());
    Effect effect =
        course.entry().content().equals(begun.entry().content())
            ? session.dialect().loneStatements().effect(connection, statement, begun.mark())
            : Effect.UNKNOWN;
    session.renew();
    return effect;
  }

  private void forget(SegmentRecord begun) throws SQLException {
    Dialect dialect = session.dialect();
    Connection connection = session.connection();
    dialect.transactions().begin(connection, "");
    try {
      dialect.ledger().forget(connection, course.part().name(), begun.entry().number());
      dialect.transactions().commit(connection);
    } finally {
      if (!connection.getAutoCommit()) {
        dialect.transactions().rollback(connection);
      }
    }
  }
}
