package dev.slipway.migration;

import dev.slipway.dialect.Directive;
import dev.slipway.dialect.ScriptParts;
import dev.slipway.error.SlipwayException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which {@code -- slipway:} comments are understood, and where. */
final class DirectiveRules {

  static final String IRREVERSIBLE = "irreversible";
  static final String PARKED = "parked";
  static final String OFF = "off";
  static final String RESTORE = Directive.RESTORE;

  /** What is said about the way back. */
  private static final List<String> OF_WAY_BACK = List.of(IRREVERSIBLE, PARKED, RESTORE);

  /** What is said about the statement behind it. */
  private static final List<String> OF_A_STATEMENT = List.of(Backfill.NAME, StatementTimeout.NAME);

  /** Words of the design that this version does not carry out yet. */
  private static final List<String> LATER = List.of("no-transaction");

  private DirectiveRules() {}

  static void check(Path file, ScriptParts parts, boolean isWayBack) {
    List<Directive> directives = parts.directives();
    Set<String> said = new HashSet<>();
    for (Directive directive : directives) {
      String name = directive.name();
      if (LATER.contains(name)) {
        throw refused(
            file,
            directive,
            "the directive \"" + name + "\" is not available in this version.",
            "Take the line out: what no transaction may hold runs outside of one by itself.");
      } else if (name.equals(Backfill.NAME)) {
        try {
          Backfill backfill = Backfill.of(directive);
          requireRows(file, parts, directive, backfill);
        } catch (Backfill.Misunderstood e) {
          throw refused(
              file,
              directive,
              String.valueOf(e.getMessage()),
              "Write it like this: " + Backfill.FORM);
        }
      } else if (name.equals(BlockerRule.NAME)) {
        if (BlockerRule.of(directive) == null) {
          throw refused(
              file,
              directive,
              "\"" + directive.argument() + "\" does not say what is done to whom, and when.",
              "Write it like this: " + BlockerRule.FORM + " (500ms, 30s, 2m).");
        }
      } else if (name.equals(StatementTimeout.NAME)) {
        if (TimeText.parse(directive.argument()) == null) {
          throw refused(
              file,
              directive,
              "\"" + directive.argument() + "\" is no time.",
              "Write it like this: " + StatementTimeout.FORM + " (500ms, 30s, 2m, 1h).");
        }
      } else if (!OF_WAY_BACK.contains(name)) {
        throw refused(
            file,
            directive,
            "there is no directive \"" + name + "\".",
            "Use \"-- slipway: irreversible: REASON\", or take the line out.");
      } else if (!isWayBack && name.equals(PARKED)) {
        if (!directive.argument().equals(OFF)) {
          throw refused(
              file,
              directive,
              "in up.sql \"parked\" only says that rows are not copied.",
              "Write \"-- slipway: parked: off\" before the statement, or move the line to"
                  + " down.sql.");
        }
        requireOneStatement(file, parts, directive, said);
      } else if (!isWayBack) {
        throw refused(
            file,
            directive,
            "\"" + name + "\" is said about the way back.",
            "Move the line to down.sql.");
      } else if (name.equals(PARKED)) {
        if (ParkedPart.of(directive) == null) {
          throw refused(
              file,
              directive,
              "\"parked\" does not say what is parked and where.",
              "Restore the line as it was generated: \"-- slipway: parked: column"
                  + " public.todo.text as public.todo.slipway_parked_…_text\".");
        }
      } else if (name.equals(RESTORE)) {
        RestoredColumn.require(file, directive, directives);
      } else if (directive.argument().isEmpty()) {
        throw refused(
            file,
            directive,
            "\"irreversible\" lacks its reason.",
            "Say what is lost: \"-- slipway: irreversible: REASON\".");
      }
      if (OF_A_STATEMENT.contains(name)) {
        requireOneStatement(file, parts, directive, said);
      }
    }
  }

  /** Rows of a query are for a class, and a class is handed the rows of a query. */
  private static void requireRows(
      Path file, ScriptParts parts, Directive directive, Backfill backfill) {
    int number = Directives.statementAfter(parts, directive);
    if (number < 0) {
      return;
    }
    boolean asks = parts.statements().get(number).sql().matches("(?is)select\\b.*");
    if (asks && backfill.className() == null) {
      throw refused(
          file,
          directive,
          "a query changes no rows, and nobody is named who is handed them.",
          "Name the class with java=CLASS, or write an update, delete or insert … select.");
    }
    if (!asks && backfill.className() != null) {
      throw refused(
          file,
          directive,
          "java=" + backfill.className() + " is handed the rows of a query, and none follows.",
          "Write the select of the rows behind it: select id, name from … where …;");
    }
  }

  private static void requireOneStatement(
      Path file, ScriptParts parts, Directive directive, Set<String> said) {
    int statement = Directives.statementAfter(parts, directive);
    if (statement < 0 || !said.add(directive.name() + " " + statement)) {
      throw refused(
          file,
          directive,
          statement < 0
              ? "no statement follows that \"" + directive.name() + "\" could speak of."
              : "\"" + directive.name() + "\" is said twice of the statement that follows.",
          "Write it on a line of its own before the statement, once.");
    }
  }

  static SlipwayException refused(Path file, Directive directive, String what, String next) {
    return new MigrationFileException(
        MigrationError.BAD_DIRECTIVE,
        file + ":" + directive.line() + ": " + what,
        next,
        null,
        file,
        directive.line());
  }
}
