package dev.slipway.postgres;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a further condition stands in a statement that changes or asks for rows, found by its
 * tokens alone: what is between parentheses is passed over.
 *
 * @param sql the statement
 * @param where the place behind its own {@code where}; -1 when it has none
 * @param end the place behind its condition, or where one would end
 */
record ConditionPlace(String sql, int where, int end) {

  /** Words with which a statement would do something else when it concerned fewer rows. */
  private static final Set<String> WHOLE =
      Set.of(
          "group",
          "having",
          "window",
          "union",
          "intersect",
          "except",
          "order",
          "limit",
          "offset",
          "fetch",
          "current");

  private static final Set<String> CHANGES = Set.of("update", "delete", "insert", "with");

  /** A query is walked for the sake of its rows; those it gives once must not come twice. */
  private static final String QUERY = "select";

  private static final Set<String> NOT_OF_A_WALKED_QUERY = Set.of("distinct", "into");

  /** The place; null when the statement has none. */
  static @Nullable ConditionPlace of(String sql) {
    var lexer = new PostgresLexer(sql);
    String first = null;
    String before = "";
    int depth = 0;
    int where = -1;
    int end = -1;
    boolean isAfterCondition = false;
    for (var kind = lexer.next(); kind != PostgresLexer.Kind.END; kind = lexer.next()) {
      String token = lexer.token().toLowerCase(Locale.ROOT);
      if (kind == PostgresLexer.Kind.PUNCTUATION) {
        depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
      } else if (kind == PostgresLexer.Kind.WORD && depth == 0 && !before.equals(".")) {
        first = first == null ? token : first;
        boolean isQuery = first.equals(QUERY);
        if (!isAfterCondition
            && (WHOLE.contains(token) || (isQuery && NOT_OF_A_WALKED_QUERY.contains(token)))) {
          return null;
        }
        boolean isEnd =
            token.equals("returning")
                || (token.equals("conflict") && before.equals("on"))
                || (token.equals("for") && isQuery);
        if (isEnd && !isAfterCondition) {
          isAfterCondition = true;
        }
        if (token.equals("where") && !isAfterCondition) {
          where = lexer.end();
        }
      }
      boolean isComment =
          kind == PostgresLexer.Kind.LINE_COMMENT || kind == PostgresLexer.Kind.BLOCK_COMMENT;
      if (!isComment) {
        if (!isAfterCondition && !(kind == PostgresLexer.Kind.WORD && token.equals("on"))) {
          end = lexer.end();
        }
        before = token;
      }
    }
    return first == null || !(CHANGES.contains(first) || first.equals(QUERY)) || end < 0
        ? null
        : new ConditionPlace(sql, where, end);
  }

  /** The statement with a further condition. */
  String with(String condition) {
    return where < 0
        ? sql.substring(0, end) + "\nwhere " + condition + "\n" + sql.substring(end)
        : sql.substring(0, where)
            + " ("
            + sql.substring(where, end)
            + "\n) and "
            + condition
            + "\n"
            + sql.substring(end);
  }
}
