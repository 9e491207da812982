import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Formats every Java source of the project with google-java-format, or checks that it is formatted.
 *
 * <p>Run by the build as {@code java build/Format.java check|write|skip ROOT}; {@code mvn -N
 * validate -Dformat=write} writes. Exits with 1 when a file is not formatted, naming each.
 */
final class Format {

  private Format() {}

  public static void main(String[] arguments) throws Exception {
    String mode = arguments[0];
    Path root = Path.of(arguments[1]);
    if (mode.equals("skip")) {
      return;
    }
    if (!mode.equals("check") && !mode.equals("write")) {
      System.err.println("-Dformat is check, write or skip, not: " + mode);
      System.exit(1);
    }
    List<Path> sources;
    try (var files = Files.walk(root)) {
      sources =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !root.relativize(file).toString().contains("target"))
              .toList();
    }
    var formatter =
        new Formatter(
            JavaFormatterOptions.builder().style(JavaFormatterOptions.Style.GOOGLE).build());
    var unformatted = new ConcurrentSkipListSet<Path>();
    sources.parallelStream()
        .forEach(file -> {
          try {
            String before = Files.readString(file);
            String after =
                RemoveUnusedImports.removeUnusedImports(
                    formatter.formatSourceAndFixImports(before));
            if (after.equals(before)) {
              return;
            }
            if (mode.equals("write")) {
              Files.writeString(file, after);
            } else {
              unformatted.add(root.relativize(file));
            }
          } catch (Exception e) {
            throw new IllegalStateException(root.relativize(file) + ": " + e.getMessage(), e);
          }
        });
    if (!unformatted.isEmpty()) {
      unformatted.forEach(file -> System.err.println("not formatted: " + file));
      System.err.println("Write the format with: mvn -N -q validate -Dformat=write");
      System.exit(1);
    }
  }
}
