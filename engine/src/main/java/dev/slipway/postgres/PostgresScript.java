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

  /** On a line of its own. */
  private static final String END_OF_ROWS = "\\.";

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

  private boolean readsRows() {
    return words.size() > 2
        && words.get(0).equals("copy")
        && words.get(words.size() - 2).equals("from")
        && words.get(words.size() - 1).equals("stdin");
  }

  /**
   * The lines behind the semicolon, up to the one that ends them, as psql reads them (manual, psql,
   * Meta-Commands, \copy); the lexer goes on behind that.
   */
  private String rows() {
    int endOfStatement = text.indexOf('\n', lexer.end());
    boolean hasSemicolon = lexer.end() > lexer.start();
    if (!hasSemicolon || endOfStatement < 0) {
      throw misplaced("no rows follow COPY … FROM STDIN.");
    }
    if (!text.substring(lexer.end(), endOfStatement).isBlank()) {
      throw misplaced("something stands between COPY … FROM STDIN; and the end of its line.");
    }
    int first = endOfStatement + 1;
    int at = first;
    while (at < text.length()) {
      int endOfLine = text.indexOf('\n', at);
      int next = endOfLine < 0 ? text.length() : endOfLine + 1;
      if (text.substring(at, next).stripTrailing().equals(END_OF_ROWS)) {
        lexer.jump(next);
        return text.substring(first, at);
      }
      at = next;
    }
    throw misplaced("the rows behind COPY … FROM STDIN have no end.");
  }

  private ScriptException misplaced(String problem) {
    return new ScriptException(
        ScriptError.COPY_FROM_STDIN,
        line,
        problem,
        "Write the rows on the lines behind the semicolon, and \\. on a line of its own behind the"
            + " last one.");
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
    String rows = readsRows() ? rows() : null;
    statements.add(new ScriptStatement(text.substring(start, end), line, start, rows));
    content.append(";\n");
    if (rows != null) {
      content.append(rows).append(END_OF_ROWS).append('\n');
    }
    words.clear();
    start = -1;
    parentheses = 0;
    bodies = 0;
    before = "";
  }
}
