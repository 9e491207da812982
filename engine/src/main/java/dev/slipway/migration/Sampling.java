package dev.slipway.migration;

import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Dialect;
import dev.slipway.plan.RowCheck;
import dev.slipway.plan.Sample;
import dev.slipway.plan.TableSample;
import dev.slipway.plan.TableSize;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which rows of each table are asked, found out in the transaction that asks them. */
final class Sampling {

  /** Where there are no statistics, rows are counted so far. */
  private static final long COUNTED_TO = 1_000_000;

  private final Dialect dialect;
  private final Sample sample;
  private final Map<ObjectId, TableSize> sizes;
  private final Set<ObjectId> sampled = new LinkedHashSet<>();
  private final List<RowCheck> checks = new ArrayList<>();

  private Sampling(Dialect dialect, Sample sample, Map<ObjectId, TableSize> sizes) {
    this.dialect = dialect;
    this.sample = sample;
    this.sizes = sizes;
  }

  static Sampling of(Dialect dialect, Sample sample, Connection connection, Set<ObjectId> tables)
      throws SQLException {
    return new Sampling(
        dialect,
        sample,
        new LinkedHashMap<>(dialect.tableSizes().read(connection, tables, COUNTED_TO)));
  }

  /** The question as it is put: to a part of the rows of the table that it is about, or to all. */
  RowCheck asked(RowCheck check) {
    ObjectId table = check.reads().isEmpty() ? null : check.reads().getFirst();
    TableSize size = table == null ? null : sizes.get(table);
    if (table == null || size == null) {
      return check;
    }
    TableSample part = TableSample.of(table, size.rows(), sample);
    RowCheck asked = part.isWhole() ? null : dialect.rowSampling().of(check, part);
    if (asked == null) {
      return check;
    }
    sampled.add(table);
    checks.add(check);
    return asked;
  }

  /** What was asked, counted in the same snapshot. */
  SampledRows told(Connection connection) throws SQLException {
    var tables = new ArrayList<SampledRows.Asked>();
    for (ObjectId table : sampled) {
      TableSize size = sizes.getOrDefault(table, NOTHING);
      TableSample part = TableSample.of(table, size.rows(), sample);
      tables.add(
          new SampledRows.Asked(
              table, part.percent(), part.byPages(), count(connection, part), size));
    }
    return new SampledRows(sample, tables, checks);
  }

  private static final TableSize NOTHING = new TableSize(0, 0, TableSize.Precision.EXACT);

  private long count(Connection connection, TableSample part) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(dialect.rowSampling().countSql(part))) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }
}
