package dev.slipway.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words of a declared rename, {@code KIND NAME from OLD}.
 *
 * @param kind the words of the kind
 * @param name the present name, outermost part first, without quotes
 * @param old the old name, likewise
 */
record DirectiveWords(String kind, List<String> name, List<String> old) {

  /** The words of an argument; null when it has another form. */
  static @Nullable DirectiveWords of(String argument) {
    List<String> words = split(argument, ' ');
    int size = words.size();
    if (size < 4 || !words.get(size - 2).equals("from")) {
      return null;
    }
    List<String> name = parts(words.get(size - 3));
    List<String> old = parts(words.get(size - 1));
    return name.contains("") || old.contains("")
        ? null
        : new DirectiveWords(String.join(" ", words.subList(0, size - 3)), name, old);
  }

  private static List<String> parts(String name) {
    return split(name, '.').stream().map(DirectiveWords::unquoted).toList();
  }

  private static String unquoted(String part) {
    return part.length() >= 2 && part.startsWith("\"") && part.endsWith("\"")
        ? part.substring(1, part.length() - 1).replace("\"\"", "\"")
        : part;
  }

  /** Cuts at a character that stands neither within double quotes nor within parentheses. */
  private static List<String> split(String text, char at) {
    List<String> pieces = new ArrayList<>();
    var piece = new StringBuilder();
    boolean isQuoted = false;
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        isQuoted = !isQuoted;
      } else if (!isQuoted) {
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      }
      if (c == at && !isQuoted && depth == 0) {
        pieces.add(piece.toString());
        piece.setLength(0);
      } else {
        piece.append(c);
      }
    }
    pieces.add(piece.toString());
    return at == ' ' ? pieces.stream().filter(word -> !word.isEmpty()).toList() : pieces;
  }
}
