package dev.slipway.dialect;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * That a release of an application uses a table or a column.
 *
 * @param object the table or the column
 * @param how how it is used
 * @param place the first class that does, as it is called in Java
 * @param line where in its source; null where the class does not say
 */
public record ReleaseUse(ObjectId object, How how, String place, @Nullable Integer line)
    implements Comparable<ReleaseUse> {

  private static final Comparator<ReleaseUse> ORDER =
      Comparator.comparing(ReleaseUse::object)
          .thenComparing(ReleaseUse::how)
          .thenComparing(ReleaseUse::place)
          .thenComparingInt(use -> use.line() == null ? 0 : use.line());

  /** How something is used. */
  public enum How {
    /** A field of its class is read: the table's constant or the column. */
    FIELD,
    /** All columns of the table are asked for. */
    ALL_COLUMNS,
    /** Rows are added to the table. */
    INSERTS,
    /** A text has its name as a word. */
    TEXT
  }

  /** Whether it is this object, or what is within it. */
  public boolean isWithin(ObjectId table) {
    return object.equals(table)
        || (object.kind() == Kind.COLUMN && object.path().subList(0, 2).equals(table.path()));
  }

  /** {@code com.example.Todos:42}. */
  public String where() {
    return line == null ? place : place + ":" + line;
  }

  @Override
  public int compareTo(ReleaseUse other) {
    return ORDER.compare(this, other);
  }
}
