package dev.slipway.e2e.errors;

import dev.slipway.cli.output.ExitCode;
import dev.slipway.e2e.Project;
import dev.slipway.error.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All codes that there are: the constants of every enum of the sources that is one of codes. */
final class Codes {

  private Codes() {}

  /**
   * A code as a user sees it; two enums can share one.
   *
   * @param slug its name
   * @param constants where it is declared; all of one category
   */
  record Code(String slug, List<ErrorCode> constants) {

    int exit() {
      return ExitCode.of(constants.getFirst().category()).number();
    }

    /** The enums that declare it. */
    String enums() {
      return String.join(
          ", ", constants.stream().map(constant -> constant.getClass().getSimpleName()).toList());
    }

    /** The title of its page, and what the process ends with. */
    String head() {
      var exits = new java.util.TreeSet<String>();
      for (ErrorCode constant : constants) {
        exits.add(
            "%d (%s)"
                .formatted(
                    ExitCode.of(constant.category()).number(),
                    constant.category().name().toLowerCase(Locale.ROOT)));
      }
      return "# %s\n\nExit code %s.\n\n".formatted(slug, String.join(" or ", exits));
    }

    @Override
    public String toString() {
      return slug;
    }
  }

  /** All codes in the order of their names. */
  static List<Code> all() {
    var codes = new TreeMap<String, List<ErrorCode>>();
    for (Class<?> type : enums()) {
      for (Object constant : type.getEnumConstants()) {
        var code = (ErrorCode) constant;
        codes.computeIfAbsent(code.slug(), slug -> new ArrayList<>()).add(code);
      }
    }
    return codes.entrySet().stream()
        .map(entry -> new Code(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static List<Class<?>> enums() {
    try (Stream<Path> modules = Files.list(Project.root())) {
      var types = new ArrayList<Class<?>>();
      for (Path module : modules.sorted().toList()) {
        Path sources = module.resolve("src/main/java");
        if (Files.isDirectory(sources)) {
          types.addAll(enums(sources));
        }
      }
      return types;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Class<?>> enums(Path sources) throws IOException {
    var types = new ArrayList<Class<?>>();
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).sorted().toList()) {
        if (Files.readString(file).contains("implements ErrorCode")) {
          String name =
              sources
                  .relativize(file)
                  .toString()
                  .replaceFirst("\\.java$", "")
                  .replaceAll("[/\\\\]", ".");
          types.add(Class.forName(name));
        }
      }
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the sources and the class path differ", e);
    }
    return types;
  }
}
