package dev.slipway.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an identity column gets its values.
 *
 * @param always whether a value given by an insert is refused
 * @param options how its own sequence counts
 * @param sequence the name of that sequence, beside its table; null when it is {@code
 *     TABLE_COLUMN_seq}
 * @param apart whether that sequence is in the write-ahead log and the table is not, or the other
 *     way round
 */
public record Identity(
    boolean always,
    SequenceOptions options,
    @Nullable String sequence,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean apart) {

  private static final String SEQUENCE = "sequence";

  /**
   * The identity of what is said about the sequence of an identity column, which is no object of
   * its own: about the column, with {@code sequence} behind its name.
   */
  public static ObjectId aboutSequence(Kind kind, ObjectId column, String... more) {
    var path = new ArrayList<>(List.of(SEQUENCE));
    path.addAll(List.of(more));
    return ObjectId.about(kind, column, path.toArray(new String[0]));
  }

  /** Whether what is said about an object is said about the sequence of an identity column. */
  public static boolean isAboutSequence(ObjectId id, ObjectId on) {
    int place = 1 + on.path().size();
    return on.kind() == Kind.COLUMN
        && id.path().size() == place + 1 + id.kind().more()
        && id.path().get(place).equals(SEQUENCE);
  }
}
