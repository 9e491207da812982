package dev.slipway.postgres;

import dev.slipway.dialect.Advance;
import dev.slipway.dialect.Run;
import dev.slipway.dialect.SegmentEntry;
import dev.slipway.dialect.SegmentRecord;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The table of the ledger that says how far a migration is that is neither whole nor absent. */
final class SegmentLedger {

  /** The ledger's format that brought the table. */
  static final int SINCE = 2;

  static final String TABLE =
      """
      create table slipway.segment (
        migration text not null,
        number integer not null check (number > 0),
        direction text not null check (direction in ('up', 'down')),
        run bigint not null references slipway.run,
        segments integer not null,
        first_statement integer not null,
        statements integer not null,
        content_hash text not null,
        mark text not null default '',
        begun_at timestamptz not null default pg_catalog.now(),
        done_at timestamptz,
        run_by text not null default session_user,
        milliseconds bigint not null default 0,
        primary key (migration, number)
      );
      comment on table slipway.segment is
        'How far a migration is that is partly applied or taken back; empty at rest.'
      """;

  private SegmentLedger() {}

  static @Nullable Advance read(Connection connection) throws SQLException {
    String migration = null;
    Run.Direction direction = Run.Direction.UP;
    var segments = new ArrayList<SegmentRecord>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select migration, direction, number, segments, first_statement, statements,
                       content_hash, begun_at, done_at, run_by, mark, milliseconds
                  from slipway.segment
                 order by migration, number
                """)) {
      while (rows.next()) {
        migration = rows.getString(1);
        direction = Run.Direction.valueOf(rows.getString(2).toUpperCase(Locale.ROOT));
        Timestamp doneAt = rows.getTimestamp(9);
        segments.add(
            new SegmentRecord(
                new SegmentEntry(
                    rows.getInt(3),
                    rows.getInt(4),
                    rows.getInt(5),
                    rows.getInt(6),
                    rows.getString(7)),
                rows.getTimestamp(8).toInstant(),
                doneAt == null ? null : doneAt.toInstant(),
                rows.getString(10),
                rows.getString(11),
                Duration.ofMillis(rows.getLong(12))));
      }
    }
    return migration == null ? null : new Advance(migration, direction, segments);
  }

  static void begin(
      Connection connection,
      long run,
      String migration,
      Run.Direction direction,
      SegmentEntry segment,
      String mark)
      throws SQLException {
    write(
        connection,
        """
        insert into slipway.segment
          (run, migration, direction, number, segments, first_statement, statements,
           content_hash, mark)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (migration, number) do update
          set run = excluded.run, segments = excluded.segments, mark = excluded.mark,
              content_hash = excluded.content_hash, begun_at = excluded.begun_at,
              run_by = excluded.run_by
        """,
        run,
        migration,
        direction.name().toLowerCase(Locale.ROOT),
        segment.number(),
        segment.of(),
        segment.first(),
        segment.statements(),
        segment.content(),
        mark);
  }

  static void mark(Connection connection, String migration, int segment, long run, String mark)
      throws SQLException {
    write(
        connection,
        "update slipway.segment set mark = ?, run = ? where migration = ? and number = ?",
        mark,
        run,
        migration,
        segment);
  }

  static void done(
      Connection connection,
      long run,
      String migration,
      Run.Direction direction,
      SegmentEntry segment,
      Duration duration)
      throws SQLException {
    write(
        connection,
        """
        insert into slipway.segment
          (run, migration, direction, number, segments, first_statement, statements,
           content_hash, done_at, milliseconds)
        values (?, ?, ?, ?, ?, ?, ?, ?, pg_catalog.clock_timestamp(), ?)
        on conflict (migration, number) do update
          set run = excluded.run, segments = excluded.segments, done_at = excluded.done_at,
              content_hash = excluded.content_hash, milliseconds = excluded.milliseconds,
              mark = ''
        """,
        run,
        migration,
        direction.name().toLowerCase(Locale.ROOT),
        segment.number(),
        segment.of(),
        segment.first(),
        segment.statements(),
        segment.content(),
        duration.toMillis());
  }

  /** Takes out a segment, or all of them for 0. */
  static void forget(Connection connection, String migration, int segment) throws SQLException {
    write(
        connection,
        "delete from slipway.segment where migration = ? and ? in (0, number)",
        migration,
        segment);
  }

  private static void write(Connection connection, String sql, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      statement.executeUpdate();
    }
  }
}
