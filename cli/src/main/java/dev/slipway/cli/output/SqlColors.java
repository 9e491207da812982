package dev.slipway.cli.output;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * SQL in colors: words of the language, literals, comments. Whatever is no SQL stays as it is.
 *
 * <p>It only looks at how words begin and end (PostgreSQL manual, Lexical Structure), and is loaded
 * where there is a terminal with colors alone.
 */
final class SqlColors {

  private static final Set<String> WORDS =
      Set.of(
          ("add after all alter always analyze and any array as asc attach authorization before"
               + " begin between by cascade case cast check collate column comment commit"
               + " concurrently constraint create cross current cycle database default deferrable"
               + " deferred definer delete desc detach disable distinct do domain drop each else"
               + " enable end enum event except exclude execute exists extension false first for"
               + " force foreign from full function generated grant group having identity if"
               + " immutable in increment index inherit inherits initially inner insert intersect"
               + " into invoker is join key language last lateral left like limit lock materialized"
               + " maxvalue minvalue no not null nulls of offset on only or order outer over owned"
               + " owner partition policy preserve primary privileges procedure publication range"
               + " references refresh rename replace replica restart restrict returning returns"
               + " revoke right role rollback row rows schema security select sequence session set"
               + " setof stable start statement statistics storage strict subscription table"
               + " temporary then to transaction trigger true truncate type union unique unlogged"
               + " update using usage vacuum valid validate values view volatile when where window"
               + " with without")
              .split(" "));

  private final Style style;
  private final String sql;
  private final StringBuilder colored = new StringBuilder();
  private int at;

  private SqlColors(Style style, String sql) {
    this.style = style;
    this.sql = sql;
  }

  /** The text with its colors, which never reach over the end of a line. */
  static String of(Style style, String sql) {
    return new SqlColors(style, sql).colored();
  }

  private String colored() {
    while (at < sql.length()) {
      char first = sql.charAt(at);
      if (sql.startsWith("--", at)) {
        take(end("\n", at, 0), Style::faint);
      } else if (sql.startsWith("/*", at)) {
        take(end("*/", at + 2, 2), Style::faint);
      } else if (first == '\'') {
        take(quoteEnd('\''), Style::literal);
      } else if (first == '"') {
        take(quoteEnd('"'), (painter, text) -> text);
      } else if (first == '$' && tag() != null) {
        take(dollarEnd(tag()), Style::literal);
      } else if (Character.isDigit(first)) {
        take(wordEnd(), Style::literal);
      } else if (Character.isLetter(first) || first == '_') {
        int end = wordEnd();
        boolean isWord = WORDS.contains(sql.substring(at, end).toLowerCase(Locale.ROOT));
        take(end, isWord ? Style::code : (painter, text) -> text);
      } else {
        colored.append(first);
        at++;
      }
    }
    return colored.toString();
  }

  @FunctionalInterface
  private interface Paint {
    String on(Style style, String text);
  }

  private void take(int end, Paint paint) {
    colored.append(
        sql.substring(at, end)
            .lines()
            .map(line -> paint.on(style, line))
            .collect(Collectors.joining("\n")));
    if (sql.charAt(end - 1) == '\n') {
      colored.append('\n');
    }
    at = end;
  }

  private int end(String mark, int from, int length) {
    int found = sql.indexOf(mark, from);
    return found < 0 ? sql.length() : Math.max(found + length, at + 1);
  }

  private int quoteEnd(char quote) {
    int end = at + 1;
    while (end < sql.length()) {
      if (sql.charAt(end) == quote) {
        if (end + 1 >= sql.length() || sql.charAt(end + 1) != quote) {
          return end + 1;
        }
        end++;
      }
      end++;
    }
    return sql.length();
  }

  /** The tag of a dollar quote that begins here, with both dollar signs; null where none does. */
  private @Nullable String tag() {
    int end = at + 1;
    while (end < sql.length()
        && (Character.isLetterOrDigit(sql.charAt(end)) || sql.charAt(end) == '_')) {
      end++;
    }
    boolean isTag =
        end < sql.length()
            && sql.charAt(end) == '$'
            && (end == at + 1 || !Character.isDigit(sql.charAt(at + 1)));
    return isTag ? sql.substring(at, end + 1) : null;
  }

  private int dollarEnd(@Nullable String tag) {
    return tag == null ? at + 1 : end(tag, at + tag.length(), tag.length());
  }

  private int wordEnd() {
    int end = at + 1;
    while (end < sql.length()
        && (Character.isLetterOrDigit(sql.charAt(end)) || sql.charAt(end) == '_')) {
      end++;
    }
    return end;
  }
}
