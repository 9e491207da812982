package dev.slipway.refresh;

import dev.slipway.catalog.Column;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Copies;
import dev.slipway.dialect.Subsets;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Copies rows from one connection to another and masks them in between, in memory. Of what is not
 * masked every text is looked at on the way: an e-mail address ends the copy.
 */
final class MaskedCopy {

  private static final int PORTION_BYTES = 1 << 20;
  private static final int TOLD_ROWS = 1_000;

  private final Copies copies;
  private final Subsets subsets;
  private final Connection source;
  private final Connection target;
  private final ObjLongConsumer<ObjectId> told;

  /**
   * @param told is handed each table and how many of its rows are copied, now and then
   */
  MaskedCopy(
      Copies copies,
      Subsets subsets,
      Connection source,
      Connection target,
      ObjLongConsumer<ObjectId> told) {
    this.copies = copies;
    this.subsets = subsets;
    this.source = source;
    this.target = target;
    this.told = told;
  }

  /**
   * What is done with the values of a column.
   *
   * @param column the column
   * @param name as the file calls it
   * @param mask what masks it; null for nothing
   * @param read whether it is looked at
   * @param values counts the values that were masked
   */
  record Field(
      Column column, String name, @Nullable ColumnMask mask, boolean read, AtomicLong values) {}

  /**
   * Copies rows of a table.
   *
   * @return how many
   */
  long copy(ObjectId table, RowSet rows, List<Field> fields) throws SQLException, IOException {
    List<String> columns = fields.stream().map(field -> field.column().id().name()).toList();
    if (columns.isEmpty()) {
      return 0;
    }
    var out = new Portion(table, columns, fields);
    if (rows.isAll()) {
      copies.read(source, subsets.reading(table, columns), out::take);
    } else {
      rows.portions(portion ->
          copies.read(source, subsets.reading(source, portion.places(), columns), out::take));
    }
    out.flush();
    return out.count;
  }

  /** Masked rows until there are enough to be sent. */
  private final class Portion {

    private final ObjectId table;
    private final List<String> columns;
    private final List<Field> fields;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long count;

    Portion(ObjectId table, List<String> columns, List<Field> fields) {
      this.table = table;
      this.columns = columns;
      this.fields = fields;
    }

    void take(byte[] row) throws IOException {
      List<String> values = new ArrayList<>(CopyRow.fields(row));
      for (int i = 0; i < values.size(); i++) {
        Field field = fields.get(i);
        if (field.mask() != null) {
          String value = CopyRow.value(values.get(i));
          if (value != null) {
            values.set(i, CopyRow.field(field.mask().of(value)));
            field.values().incrementAndGet();
          }
        } else if (field.read() && Personal.hasEmail(values.get(i))) {
          PersonalCheck.refuse(
              List.of(
                  field.name()
                      + " ("
                      + field.column().type()
                      + "): a value has an e-mail address in it"));
        }
      }
      bytes.write(CopyRow.bytes(values));
      count++;
      if (count % TOLD_ROWS == 0) {
        told.accept(table, count);
      }
      if (bytes.size() >= PORTION_BYTES) {
        send();
      }
    }

    void flush() throws IOException {
      if (bytes.size() > 0) {
        send();
      }
    }

    private void send() throws IOException {
      try {
        copies.write(target, table, columns, new ByteArrayInputStream(bytes.toByteArray()));
      } catch (SQLException e) {
        throw new RowsRefusedException(table, e);
      }
      bytes.reset();
    }
  }

  /** That the target refuses rows; the server's text may quote a row, which is masked by then. */
  static final class RowsRefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient ObjectId table;

    RowsRefusedException(ObjectId table, SQLException cause) {
      super(cause.getMessage(), cause);
      this.table = table;
    }

    ObjectId table() {
      return table;
    }
  }
}
