package dev.slipway.refresh;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was brought from one environment to another, or would be.
 *
 * @param from where the rows come from
 * @param to where they are now
 * @param done whether they are; else nothing was written
 * @param tables the tables in their order
 * @param masked what became of columns
 * @param kept columns that are declared not to be personal
 * @param leftOut what was not brought, in words
 */
public record Refreshed(
    String from,
    String to,
    boolean done,
    List<TableRows> tables,
    List<MaskedColumn> masked,
    List<String> kept,
    List<String> leftOut) {

  /**
   * How much of a table was brought.
   *
   * @param table {@code schema.table}
   * @param share which rows were asked for, as the file says it
   * @param rows how many came; null where all would and nobody counted
   */
  public record TableRows(String table, String share, @Nullable Long rows) {}

  /**
   * What became of a column.
   *
   * @param column {@code schema.table.column}
   * @param mask as the file says it
   * @param values how many values were masked
   */
  public record MaskedColumn(String column, String mask, long values) {}

  /** Copies the lists. */
  public Refreshed {
    tables = List.copyOf(tables);
    masked = List.copyOf(masked);
    kept = List.copyOf(kept);
    leftOut = List.copyOf(leftOut);
  }
}
