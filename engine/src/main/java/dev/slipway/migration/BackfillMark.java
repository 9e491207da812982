package dev.slipway.migration;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far a backfill is, as the ledger keeps it with the open segment: written in the transaction
 * of each batch.
 *
 * @param pass which walk over the table it is, from 1
 * @param batches how many batches are committed
 * @param visited how many rows the walk passed
 * @param changed how many rows the statement changed
 * @param batch how many rows the next batch has at the most
 * @param last the key of the last row of the last batch; null before the first of a pass
 */
public record BackfillMark(
    int pass, long batches, long visited, long changed, long batch, @Nullable List<String> last) {

  private static final String WORD = "backfill";
  private static final Pattern SPACE = Pattern.compile(" ");

  /** Copies the key. */
  public BackfillMark {
    last = last == null ? null : List.copyOf(last);
  }

  /** What the ledger's text says; null when it is of something else. */
  public static @Nullable BackfillMark parse(String text) {
    String[] words = SPACE.split(text, -1);
    if (words.length < 6 || !words[0].equals(WORD)) {
      return null;
    }
    List<String> last =
        Arrays.stream(words, 6, words.length)
            .map(word -> URLDecoder.decode(word, StandardCharsets.UTF_8))
            .toList();
    return new BackfillMark(
        Integer.parseInt(words[1]),
        Long.parseLong(words[2]),
        Long.parseLong(words[3]),
        Long.parseLong(words[4]),
        Long.parseLong(words[5]),
        last.isEmpty() ? null : last);
  }

  /** What the ledger keeps. */
  String text() {
    String text =
        String.join(
            " ",
            WORD,
            String.valueOf(pass),
            String.valueOf(batches),
            String.valueOf(visited),
            String.valueOf(changed),
            String.valueOf(batch));
    return last == null
        ? text
        : text
            + last.stream()
                .map(value -> " " + URLEncoder.encode(value, StandardCharsets.UTF_8))
                .collect(Collectors.joining());
  }

  /** The same behind another batch. */
  BackfillMark behind(long rows, long effect, List<String> end) {
    return new BackfillMark(pass, batches + 1, visited + rows, changed + effect, batch, end);
  }

  /** The same with batches of another size. */
  BackfillMark withBatch(long rows) {
    return new BackfillMark(pass, batches, visited, changed, rows, last);
  }

  /** The walks over what remains, from the first of them. */
  BackfillMark again() {
    return new BackfillMark(2, batches, visited, changed, batch, null);
  }

  /** Another walk from the beginning. */
  BackfillMark nextPass() {
    return new BackfillMark(pass + 1, batches, visited, changed, batch, null);
  }
}
