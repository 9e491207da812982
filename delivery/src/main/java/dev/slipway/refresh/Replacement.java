package dev.slipway.refresh;

import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Copies;
import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.SequenceState;
import dev.slipway.dialect.Subsets;
import dev.slipway.dialect.TableSizes;
import dev.slipway.error.SlipwayException;
import dev.slipway.migration.DirectWork;
import dev.slipway.plan.TableSize;
import dev.slipway.refresh.MaskedCopy.Field;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Replaces the rows of an environment's tables in one transaction, beside triggers and foreign
 * keys, which are asked in the end. Used once.
 */
final class Replacement implements DirectWork {

  private final String from;
  private final String to;
  private final Copies copies;
  private final Subsets subsets;
  private final Connection source;
  private final RefreshTables tables;
  private final Map<ObjectId, RowSet> chosen;
  private final Map<ObjectId, List<Field>> fields;
  private final RefreshProgress progress;
  private final TableSizes sizes;
  private final Map<ObjectId, Long> rows = new LinkedHashMap<>();

  Replacement(
      String from,
      String to,
      Dialect dialect,
      Connection source,
      RefreshTables tables,
      Map<ObjectId, RowSet> chosen,
      Map<ObjectId, List<Field>> fields,
      RefreshProgress progress) {
    this.from = from;
    this.to = to;
    this.copies = dialect.copies();
    this.subsets = dialect.subsets();
    this.source = source;
    this.tables = tables;
    this.chosen = chosen;
    this.fields = fields;
    this.progress = progress;
    this.sizes = dialect.tableSizes();
  }

  /** How many rows each table has now. */
  Map<ObjectId, Long> rows() {
    return rows;
  }

  @Override
  public String name() {
    return "rows of " + from;
  }

  @Override
  public String note() {
    return "-- " + tables.ids().size() + " tables, masked";
  }

  @Override
  public int run(Connection target) {
    try {
      copies.prepare(target, true);
      subsets.empty(target, tables.ids());
      long about = about();
      var copy =
          new MaskedCopy(
              copies,
              subsets,
              source,
              target,
              (table, done) -> progress.copying(RefreshTables.name(table), copied() + done, about));
      for (ObjectId table : tables.ids()) {
        progress.copying(RefreshTables.name(table), copied(), about);
        rows.put(table, copy.copy(table, chosen(table), fields.getOrDefault(table, List.of())));
      }
      progress.asking();
      copies.set(target, sequences(source, target, tables));
      requireWhole(target, tables);
      return tables.ids().size();
    } catch (SQLException | IOException e) {
      throw failed(from, to, e);
    }
  }

  private long copied() {
    return rows.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many rows there will be: those that are chosen, and all of the others by statistics. */
  private long about() throws SQLException {
    List<ObjectId> whole = tables.ids().stream().filter(table -> chosen(table).isAll()).toList();
    return tables.ids().stream().mapToLong(table -> chosen(table).size()).sum()
        + sizes.read(source, whole, /* countedTo= */ 0).values().stream()
            .mapToLong(TableSize::rows)
            .sum();
  }

  private RowSet chosen(ObjectId table) {
    return chosen.getOrDefault(table, new RowSet());
  }

  /** What is said where a server refuses something. */
  static SlipwayException failed(String from, String to, Exception e) {
    if (e instanceof MaskedCopy.RowsRefusedException refused) {
      return new SlipwayException(
          RefreshError.REFRESH_FAILED,
          to
              + " refuses masked rows of "
              + RefreshTables.name(refused.table())
              + ": "
              + e.getMessage()
              + ". It has its earlier rows.",
          "Choose masks whose values the table takes.",
          e);
    }
    return new SlipwayException(
        RefreshError.REFRESH_FAILED,
        "The server refused: " + e.getMessage() + ". " + to + " has its earlier rows.",
        "Read "
            + from
            + " as a role that sees all rows, and write "
            + to
            + " as one that may set session_replication_role and truncate its tables.",
        e);
  }

  private List<SequenceState> sequences(Connection source, Connection target, RefreshTables tables)
      throws SQLException {
    Set<String> schemas = tables.ids().stream().map(ObjectId::schema).collect(Collectors.toSet());
    Set<ObjectId> there =
        copies.sequences(target).stream().map(SequenceState::sequence).collect(Collectors.toSet());
    return copies.sequences(source).stream()
        .filter(state -> schemas.contains(state.sequence().schema()))
        .filter(state -> there.contains(state.sequence()))
        .toList();
  }

  /** Nobody asked the foreign keys while rows came, so they are asked now. */
  private void requireWhole(Connection target, RefreshTables tables) throws SQLException {
    for (Constraint key : tables.keys()) {
      long orphans = key.validated() ? subsets.orphans(target, key) : 0;
      if (orphans > 0) {
        throw new SlipwayException(
            RefreshError.REFRESH_FAILED,
            orphans
                + " of the rows of "
                + RefreshTables.name(key.id())
                + " point at no row of "
                + RefreshTables.name(tables.referenced(key))
                + ". Nothing was written.",
            "Where that is a table of the platform, name it under also: in masking.yml.");
      }
    }
  }
}
