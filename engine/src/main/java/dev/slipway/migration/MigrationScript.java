package dev.slipway.migration;

import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.Directive;
import dev.slipway.dialect.ScriptException;
import dev.slipway.dialect.ScriptHash;
import dev.slipway.dialect.ScriptParts;
import dev.slipway.dialect.ScriptStatement;
import dev.slipway.error.SlipwayException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One of the two scripts of a migration.
 *
 * <p>It is cut when it is first asked for its statements: of a thousand migrations that are applied
 * and were not touched since, none has to be. Safe for use by several threads.
 */
public final class MigrationScript {

  private final Path file;
  private final String text;
  private final boolean isWayBack;
  private final Dialect dialect;
  private final BatchWorks works;
  private final String raw;
  private @Nullable ScriptParts parts;
  private @Nullable Map<Integer, Duration> timeouts;
  private @Nullable Map<Integer, Backfill> backfills;
  private @Nullable Set<Integer> unparked;

  private MigrationScript(
      Path file, String text, boolean isWayBack, Dialect dialect, BatchWorks works) {
    this.file = file;
    this.text = text;
    this.isWayBack = isWayBack;
    this.dialect = dialect;
    this.works = works;
    this.raw = Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The way forth of which only the text matters. */
  static MigrationScript up(Path file, String text, Dialect dialect) {
    return up(file, text, dialect, BatchWorks.none());
  }

  /** The way back of which only the text matters. */
  static MigrationScript down(Path file, String text, Dialect dialect) {
    return down(file, text, dialect, BatchWorks.none());
  }

  /** The way forth, from its text with line feeds as line ends. */
  static MigrationScript up(Path file, String text, Dialect dialect, BatchWorks works) {
    return new MigrationScript(file, text, false, dialect, works);
  }

  /** The way back, from its text with line feeds as line ends. */
  static MigrationScript down(Path file, String text, Dialect dialect, BatchWorks works) {
    return new MigrationScript(file, text, true, dialect, works);
  }

  /** Where it is. */
  public Path file() {
    return file;
  }

  /** Its text, with line feeds as line ends. */
  public String text() {
    return text;
  }

  /** Whether it is to the letter what was hashed before. */
  public boolean is(ScriptHash hash) {
    return raw.equals(hash.raw());
  }

  /**
   * What it is made of.
   *
   * @throws dev.slipway.error.SlipwayException naming the file and the line when it can't be cut,
   *     or has a directive that is not understood
   */
  public ScriptParts parts() {
    ScriptParts known = parts;
    if (known == null) {
      try {
        known = dialect.parts(text);
      } catch (ScriptException e) {
        ScriptException placed = e.in(file.toString());
        throw new MigrationFileException(
            placed.code(), placed.what(), placed.next(), placed, file, placed.line());
      }
      DirectiveRules.check(file, known, isWayBack);
      parts = known;
    }
    return known;
  }

  /** Its two hashes. */
  public ScriptHash hash() {
    return new ScriptHash(raw, Sha256.of(parts().content().getBytes(StandardCharsets.UTF_8)));
  }

  /** The statements in their order. */
  public List<ScriptStatement> statements() {
    return parts().statements();
  }

  /** How long single statements may take, by their numbers from 0; empty for most. */
  Map<Integer, Duration> timeouts() {
    Map<Integer, Duration> known = timeouts;
    if (known == null) {
      known = StatementTimeout.of(parts());
      timeouts = known;
    }
    return known;
  }

  /** The statements that run in batches, by their numbers from 0; empty for most. */
  Map<Integer, Backfill> backfills() {
    Map<Integer, Backfill> known = backfills;
    if (known == null) {
      known = Backfill.of(parts());
      backfills = known;
    }
    return known;
  }

  /** The statements of which it says that what they take is not copied, by their numbers from 0. */
  Set<Integer> unparked() {
    Set<Integer> known = unparked;
    if (known == null) {
      known =
          isWayBack
              ? Set.of()
              : parts().directives().stream()
                  .filter(directive -> directive.name().equals(DirectiveRules.PARKED))
                  .map(directive -> Directives.statementAfter(parts(), directive))
                  .collect(Collectors.toSet());
      unparked = known;
    }
    return known;
  }

  /** A new one of what the class does with the rows that it is handed. */
  BatchWork work(String className) {
    try {
      return works.find(className);
    } catch (SlipwayException e) {
      throw new SlipwayException(e.code(), file + ": " + e.what(), e.next(), e);
    }
  }

  /** What it declares is done to those who keep it waiting; null when it does not. */
  @Nullable BlockerRule blockerRule() {
    return parts().directives().stream()
        .filter(directive -> directive.name().equals(BlockerRule.NAME))
        .map(BlockerRule::of)
        .reduce(null, (before, after) -> after);
  }

  /** Why taking back loses data for good; empty when it does not. */
  public List<String> irreversible() {
    return parts().directives().stream()
        .filter(directive -> directive.name().equals(DirectiveRules.IRREVERSIBLE))
        .map(Directive::argument)
        .toList();
  }

  /** What is parked as long as it is not taken back. */
  public List<ParkedPart> parked() {
    return parts().directives().stream()
        .filter(directive -> directive.name().equals(DirectiveRules.PARKED))
        .map(ParkedPart::of)
        .filter(Objects::nonNull)
        .toList();
  }

  /** The values of rows that were written while their columns were parked. */
  List<RestoredColumn> restored() {
    return RestoredColumn.of(parts().directives());
  }
}
