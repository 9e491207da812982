package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The sequence of an identity column: it counts as the column itself, but has grants and a comment
 * of its own.
 */
final class IdentitySequence {

  private IdentitySequence() {}

  /** Whether it is such a sequence that the server keeps at an address known as a column. */
  static boolean isAt(String catalog, int number, ObjectId on) {
    return on.kind() == Kind.COLUMN && number == 0 && catalog.equals("pg_class");
  }

  /** The sequence as GRANT and COMMENT name it. */
  static String target(ObjectId column, Catalog in) {
    ObjectId sequence = of(column, in);
    if (sequence == null) {
      throw new IllegalArgumentException("the " + column + " has no sequence of its own");
    }
    return "sequence " + Quoting.qualified(sequence);
  }

  /** Whether it has another name in one catalog than in the other. */
  static boolean isRenamed(ObjectId column, Catalog from, Catalog to) {
    return !Objects.equals(of(column, from), of(column, to));
  }

  /** A statement about the sequence, whatever its name: the server is asked for it. */
  static String whatever(ObjectId column, String begin, String end) {
    return Quoting.block(
        """
        begin
          execute %s
            || pg_catalog.pg_get_serial_sequence(%s, %s)
            || %s;
        end
        """
            .formatted(
                Quoting.literal(begin + "sequence "),
                Quoting.literal(Quoting.qualified(column)),
                Quoting.literal(column.name()),
                Quoting.literal(end)));
  }

  private static @Nullable ObjectId of(ObjectId column, Catalog in) {
    return in.find(column) instanceof Column found ? found.identitySequence() : null;
  }
}
