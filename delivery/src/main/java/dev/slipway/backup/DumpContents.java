package dev.slipway.backup;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What {@code pg_restore --list} tells of a dump: a line for each entry, which may be given back to
 * it to choose some.
 *
 * @param entries the lines
 */
record DumpContents(List<String> entries) {

  private static final Pattern ENTRY = Pattern.compile("\\d+; \\d+ \\d+ (.*)");
  private static final String ROWS = "TABLE DATA ";
  private static final Pattern LARGE_OBJECTS =
      Pattern.compile("(BLOBS?|BLOB DATA|BLOB METADATA|(ACL|COMMENT) - LARGE OBJECT)\\b.*");

  DumpContents {
    entries = List.copyOf(entries);
  }

  /** The entries of a list; what is no entry begins with a semicolon. */
  static DumpContents of(List<String> lines) {
    return new DumpContents(lines.stream().filter(line -> ENTRY.matcher(line).matches()).toList());
  }

  /**
   * The entries with the rows of tables.
   *
   * @param all every table of the dump
   * @param wanted those whose rows are wanted
   * @param largeObjects whether large objects are wanted too
   */
  List<String> rows(List<TableCopy> all, List<TableCopy> wanted, boolean largeObjects) {
    Set<String> known = new TreeSet<>();
    all.forEach(table -> known.add(listed(table)));
    List<String> names = wanted.stream().map(DumpContents::listed).toList();
    return entries.stream()
        .filter(line -> {
          String entry = entry(line);
          String table = table(entry, known);
          return table != null
              ? names.contains(table)
              : largeObjects && LARGE_OBJECTS.matcher(entry).matches();
        })
        .toList();
  }

  /**
   * Which table an entry is of: the longest name that it begins with, since the owner stands behind
   * it and neither is quoted.
   */
  private static @Nullable String table(String entry, Set<String> known) {
    Optional<String> found =
        known.stream()
            .filter(name -> entry.startsWith(name + " "))
            .max((one, other) -> Integer.compare(one.length(), other.length()));
    return found.orElse(null);
  }

  private static String entry(String line) {
    Matcher matcher = ENTRY.matcher(line);
    return matcher.matches() ? matcher.group(1) : "";
  }

  /** Ends of lines within names are spaces there. */
  private static String listed(TableCopy table) {
    return (ROWS + table.schema() + " " + table.name()).replaceAll("[\\r\\n]", " ");
  }

  /** How many entries there are, as it is told. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%d entries", entries.size());
  }
}
