package dev.slipway.source;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.planner.DeclaredRename;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Declared renames as lines of a file that is kept: words that are encoded as those of a URL. */
final class RenameLines {

  private RenameLines() {}

  static String write(DeclaredRename rename) {
    return switch (rename) {
      case DeclaredRename.OfObject(ObjectId from, ObjectId to) -> id(from) + " " + id(to);
      case DeclaredRename.OfPart(ObjectId whole, String from, String to) ->
          id(whole) + " " + encoded(from) + " " + encoded(to);
    };
  }

  /**
   * The rename of a line.
   *
   * @throws IllegalArgumentException when it is none
   */
  static DeclaredRename read(String line) {
    String[] words = line.split(" ", -1);
    return switch (words.length) {
      case 2 -> new DeclaredRename.OfObject(id(words[0]), id(words[1]));
      case 3 -> new DeclaredRename.OfPart(id(words[0]), decoded(words[1]), decoded(words[2]));
      default -> throw new IllegalArgumentException("no rename: " + line);
    };
  }

  /** The kind and the path, with colons between them: encoded words have none. */
  static String id(ObjectId id) {
    return id.kind().name()
        + id.path().stream().map(name -> ":" + encoded(name)).collect(Collectors.joining());
  }

  /**
   * The identity of a word.
   *
   * @throws IllegalArgumentException when it is none
   */
  static ObjectId id(String word) {
    List<String> parts = List.of(word.split(":", -1));
    return new ObjectId(
        Kind.valueOf(parts.get(0)), parts.stream().skip(1).map(RenameLines::decoded).toList());
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8);
  }

  private static String decoded(String name) {
    return URLDecoder.decode(name, StandardCharsets.UTF_8);
  }
}
