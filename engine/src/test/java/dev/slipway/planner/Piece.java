package dev.slipway.planner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A piece of a random schema: statements in one of several variants, as the files of {@code
 * src/test/cases/random} have them.
 *
 * <p>A piece begins with a line {@code --- NAME [needs PIECE …] [last]}, and {@code --- or} stands
 * between its variants. {@code {x}} stands for the name x in quotes, {@code {@x}} for the name with
 * its schema, {@code {#x}} for that schema, {@code {'x}} for a text, {@code {'@x}} for the name
 * with its schema as a text.
 *
 * @param name what others call it
 * @param needs the pieces without which it can't be
 * @param isLast whether it stands behind everything else, since it means another thing elsewhere
 * @param variants its statements
 */
record Piece(String name, List<String> needs, boolean isLast, List<String> variants) {

  private static final Path FOLDER = Path.of("src/test/cases/random");

  /** Every piece; none stands before one that it needs. */
  static List<Piece> all() {
    List<Piece> unordered = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.sorted().toList()) {
        String text = Files.readString(file);
        for (String piece : text.split("(?m)^--- (?!or$)")) {
          if (!piece.isBlank()) {
            unordered.add(read(piece));
          }
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    List<Piece> ordered = new ArrayList<>();
    List<String> names = new ArrayList<>();
    while (!unordered.isEmpty()) {
      boolean isAny = false;
      for (Piece piece : List.copyOf(unordered)) {
        if (names.containsAll(piece.needs())) {
          ordered.add(piece);
          names.add(piece.name());
          unordered.remove(piece);
          isAny = true;
        }
      }
      if (!isAny) {
        throw new IllegalStateException("these need what is not there: " + unordered);
      }
    }
    return ordered;
  }

  private static Piece read(String text) {
    int end = text.indexOf('\n');
    List<String> head = new ArrayList<>(List.of(text.substring(0, end).split(" ")));
    boolean isLast = head.remove("last");
    List<String> needs = head.size() < 2 ? List.of() : List.copyOf(head.subList(2, head.size()));
    List<String> variants =
        Stream.of(text.substring(end + 1).split("(?m)^--- or$")).map(String::strip).toList();
    return new Piece(head.get(0), needs, isLast, variants);
  }
}
