package dev.slipway.postgres;

import dev.slipway.dialect.Directive;
import dev.slipway.dialect.ScriptError;
import dev.slipway.dialect.ScriptException;
import dev.slipway.dialect.ScriptParts;
import dev.slipway.dialect.ScriptStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a script into statements at the semicolons at which PostgreSQL would: not in a literal, a
 * comment, parentheses ({@code create rule … do (…; …)}) or the body of an SQL routine ({@code
 * begin atomic … end}).
 */
final class PostgresScript {

  private static final Pattern DIRECTIVE =
      Pattern.compile("--\\s*slipway:\\s*([\\w-]*)\\s*:?\\s*(.*?)\\s*", Pattern.CASE_INSENSITIVE);

  private final String text;
  private final PostgresLexer lexer;
  private final List<ScriptStatement> statements = new ArrayList<>();
  private final List<Directive> directives = new ArrayList<>();
  private final StringBuilder content = new StringBuilder();

  /** The words of the statement so far, in lower case; only those that are looked at. */
  private final List<String> words = new ArrayList<>();

  private int start = -1;
  private int end;
  private int line;
  private int parentheses;
  private int bodies;
  private String before = "";

  private PostgresScript(String text) {
    this.text = text;
    this.lexer = new PostgresLexer(text);
  }

  static ScriptParts read(String text) {
    return new PostgresScript(text).read();
  }

  private ScriptParts read() {
    for (var kind = lexer.next(); kind != PostgresLexer.Kind.END; kind = lexer.next()) {
      switch (kind) {
        case LINE_COMMENT -> directive();
        case BLOCK_COMMENT, END -> {}
        case WORD -> {
          word(lexer.token().toLowerCase(Locale.ROOT));
          append();
        }
        case NUMBER, QUOTED, OPERATOR -> append();
        case PUNCTUATION -> punctuation();
      }
    }
    finish();
    return new ScriptParts(statements, directives, content.toString());
  }

  private void punctuation() {
    switch (text.charAt(lexer.start())) {
      case '\\' ->
          throw new ScriptException(
              ScriptError.CLIENT_COMMAND,
              lexer.line(),
              "a backslash outside of a literal is a command of psql, which no server knows.",
              "Take the line out, or write what it does as SQL.");
      case '(' -> parentheses++;
      case ')' -> parentheses = Math.max(0, parentheses - 1);
      case ';' -> {
        if (parentheses == 0 && bodies == 0) {
          finish();
          return;
        }
      }
      default -> {}
    }
    append();
  }

  /** Adds the token to the statement. */
  private void append() {
    if (start < 0) {
      start = lexer.start();
      line = lexer.line();
    } else {
      content.append(' ');
    }
    end = lexer.end();
    before = lexer.token();
    content.append(before);
  }

  /**
   * Counts the bodies that the statement is in, as psql does: {@code begin} and {@code case} in a
   * routine open one, {@code end} closes it.
   */
  private void word(String word) {
    boolean isLabel = before.equals(".") || before.equalsIgnoreCase("as");
    if (parentheses == 0 && createsRoutine() && !isLabel) {
      boolean inBody = bodies > 0;
      switch (word) {
        case "atomic" -> {
          if (!inBody && before.equalsIgnoreCase("begin")) {
            bodies = 1;
          }
        }
        case "case" -> {
          if (inBody) {
            bodies++;
          }
        }
        case "end" -> {
          if (inBody) {
            bodies--;
          }
        }
        default -> {}
      }
    }
    if (words.size() < 4 || word.equals("stdin") || word.equals("from")) {
      words.add(word);
    }
  }

  private boolean createsRoutine() {
    if (words.isEmpty() || !words.get(0).equals("create")) {
      return false;
    }
    int at = words.size() > 3 && words.get(1).equals("or") ? 3 : 1;
    return words.size() > at
        && (words.get(at).equals("function") || words.get(at).equals("procedure"));
  }

  private void directive() {
    Matcher matcher = DIRECTIVE.matcher(lexer.token());
    if (matcher.matches()) {
      String name = matcher.group(1).toLowerCase(Locale.ROOT);
      directives.add(new Directive(name, matcher.group(2), lexer.line()));
      if (name.equals(Directive.RESTORE)) {
        return;
      }
      if (start >= 0) {
        content.append('\n');
      }
      content.append("-- slipway: ").append(name).append(": ").append(matcher.group(2));
      content.append('\n');
    }
  }

  private void finish() {
    if (start < 0) {
      return;
    }
    if (words.size() > 2
        && words.get(0).equals("copy")
        && words.get(words.size() - 2).equals("from")
        && words.get(words.size() - 1).equals("stdin")) {
      throw new ScriptException(
          ScriptError.COPY_FROM_STDIN,
          line,
          "COPY … FROM STDIN reads rows that follow the statement; a migration can't carry them.",
          "Write the rows as INSERT statements (pg_dump does so with --inserts).");
    }
    statements.add(new ScriptStatement(text.substring(start, end), line, start));
    content.append(";\n");
    words.clear();
    start = -1;
    parentheses = 0;
    bodies = 0;
    before = "";
  }
}
