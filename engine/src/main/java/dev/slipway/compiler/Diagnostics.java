package dev.slipway.compiler;

import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/** What the compiler found, as a reader sees it: place, sentence, line and caret. */
final class Diagnostics {

  private Diagnostics() {}

  /** The refusal that tells every error. */
  static SlipwayException refused(
      List<Diagnostic<? extends JavaFileObject>> found, Path directory) {
    List<Diagnostic<? extends JavaFileObject>> errors =
        found.stream().filter(each -> each.getKind() == Diagnostic.Kind.ERROR).toList();
    String count = errors.size() == 1 ? "one error" : errors.size() + " errors";
    return new SlipwayException(
        CompilerError.NOT_COMPILED,
        "The schema's Java sources do not compile, "
            + count
            + ":\n"
            + errors.stream()
                .map(error -> text(error, directory))
                .collect(Collectors.joining("\n")),
        "Mend the sources; nothing was done.");
  }

  private static String text(Diagnostic<? extends JavaFileObject> error, Path directory) {
    String sentence = error.getMessage(Locale.ROOT).strip();
    JavaFileObject file = error.getSource();
    if (file == null || error.getLineNumber() == Diagnostic.NOPOS) {
      return sentence;
    }
    String place = shown(file.toUri(), directory);
    String head =
        place + ":" + error.getLineNumber() + ":" + error.getColumnNumber() + ": " + sentence;
    String line = line(file, error.getLineNumber());
    return line == null ? head : head + "\n" + line + "\n" + caret(line, error) + "^";
  }

  private static String shown(URI uri, Path directory) {
    Path file = Path.of(uri).toAbsolutePath().normalize();
    Path base = directory.toAbsolutePath().normalize();
    return (file.startsWith(base) ? base.relativize(file) : file).toString();
  }

  private static @Nullable String line(JavaFileObject file, long number) {
    try {
      return file.getCharContent(true).toString().lines().skip(number - 1).findFirst().orElse(null);
    } catch (IOException unreadable) {
      return null;
    }
  }

  /** As wide as what is before the place: the compiler counts a tab as so many columns. */
  private static String caret(String line, Diagnostic<?> error) {
    var indent = new StringBuilder();
    int column = 1;
    for (int i = 0; i < line.length() && column < error.getColumnNumber(); i++) {
      boolean isTab = line.charAt(i) == '\t';
      indent.append(isTab ? '\t' : ' ');
      column = isTab ? (column - 1) / 8 * 8 + 9 : column + 1;
    }
    return indent.toString();
  }
}
