package dev.slipway.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/coverage.md} says which case shows what for each kind of object; it is written from
 * the cases, and this fails when it is stale or when a kind has none.
 */
class CoverageTest {

  private static final Path DOCUMENT = Path.of("../docs/coverage.md");
  private static final String IMPOSSIBLE = "–";

  private final SortedSet<String> named = new TreeSet<>();
  private final List<String> missing = new ArrayList<>();

  @Test
  void should_have_a_case_for_every_kind() throws IOException {
    List<CoverageCase> cases = CoverageCase.all();
    var text = new StringBuilder();
    text.append(
        """
        # Coverage

        What is done for each kind of object of PostgreSQL, and the case that shows it: a folder below `engine/src/test/cases`, planned and run forth and back on
        PostgreSQL 15, 17 and 18. Written by `CoverageTest` from the cases. – is what PostgreSQL has no statement for. *again* is what is dropped and created anew with
        everything that uses it; what is in place stands before it.

        | kind | introspected | created | altered | dropped | renamed | commented | granted | reversed |
        | --- | --- | --- | --- | --- | --- | --- | --- | --- |
        """);
    List<String> unread = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      if (isRead(kind)) {
        text.append(row(cases, kind));
      } else {
        unread.add(kind.words());
      }
    }
    if (!unread.isEmpty()) {
      text.append("\nRefused by name until it is carried: " + String.join(", ", unread) + ".\n");
    }
    text.append("\n## Within the kinds\n\n| what | shown by |\n| --- | --- |\n");
    for (Map.Entry<String, Pattern> feature : CoverageFeatures.ALL.entrySet()) {
      Pattern sql = feature.getValue();
      String cell =
          cell(
              cases.stream()
                  .filter(found -> sql.matcher(found.text()).find() || named(found, sql))
                  .min(Comparator.comparing(found -> !found.name().startsWith("plan/"))));
      text.append("| %s | %s |\n".formatted(feature.getKey(), cell.isEmpty() ? "no case" : cell));
    }
    text.append('\n');
    for (String name : named) {
      text.append("[%s]: ../engine/src/test/cases/%s\n".formatted(shown(name), name));
    }
    assertThat(missing).as("kinds that no case shows").isEmpty();
    Golden.check(DOCUMENT, text.toString());
  }

  private static boolean named(CoverageCase found, Pattern name) {
    return name.matcher(found.name()).find();
  }

  private String row(List<CoverageCase> cases, Kind kind) {
    String introspected = cell(cases, kind, found -> found.has(kind) || found.isOf(kind));
    if (introspected.isEmpty()) {
      missing.add(kind.words());
      return "";
    }
    String again = cell(cases, kind, found -> found.recreates(kind));
    String altered = cell(cases, kind, found -> found.does("alter", kind));
    if (!again.isEmpty()) {
      altered += (altered.isEmpty() ? "" : ", ") + "*again* " + again;
    }
    return "| "
        + String.join(
            " | ",
            kind.words(),
            introspected,
            cell(cases, kind, found -> found.does("create", kind)),
            altered,
            cell(cases, kind, found -> found.drops(kind)),
            canBeRenamed(kind)
                ? cell(cases, kind, found -> found.does("rename", kind))
                : IMPOSSIBLE,
            PostgresRenderer.of(kind).target(sample(kind)) == null
                ? IMPOSSIBLE
                : cell(cases, kind, found -> found.says(Kind.COMMENT, kind)),
            PostgresRenderer.of(kind).grantTarget(sample(kind)) == null
                ? IMPOSSIBLE
                : cell(cases, kind, found -> found.says(Kind.GRANT, kind)),
            cell(cases, kind, found -> found.has(kind) && found.leadsBack()))
        + " |\n";
  }

  private static boolean isRead(Kind kind) {
    try {
      return PostgresRenderer.of(kind) != null;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  private static boolean canBeRenamed(Kind kind) {
    try {
      ObjectId id = sample(kind);
      PostgresRenderer.of(kind).rename(id, id, Catalog.empty(new Postgres().engine()));
      return true;
    } catch (SlipwayException e) {
      assertThat(e.code()).isEqualTo(PostgresError.CANNOT_RENAME);
      return false;
    }
  }

  /** An identity of the kind, with types where its name has them. */
  private static ObjectId sample(Kind kind) {
    return switch (kind.home()) {
      case DATABASE -> ObjectId.of(kind, "integer", "text");
      case SCHEMA -> ObjectId.of(kind, "public", "a(integer, integer)");
      case RELATION -> ObjectId.of(kind, "public", "t", "a");
      case ABOUT -> ObjectId.about(kind, ObjectId.of(Kind.TABLE, "public", "t"), "a", "b");
    };
  }

  private String cell(List<CoverageCase> cases, Kind kind, Predicate<CoverageCase> shows) {
    return cell(CoverageCase.first(cases, kind, shows));
  }

  private String cell(Optional<CoverageCase> found) {
    found.ifPresent(shown -> named.add(shown.name()));
    return found.map(shown -> "[" + shown(shown.name()) + "]").orElse("");
  }

  private static String shown(String name) {
    return name.replace("plan/", "");
  }
}
