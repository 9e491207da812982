package dev.slipway.migration;

import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.Directive;
import dev.slipway.dialect.ScriptException;
import dev.slipway.dialect.ScriptHash;
import dev.slipway.dialect.ScriptParts;
import dev.slipway.dialect.ScriptStatement;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * One of the two scripts of a migration, cut and hashed.
 *
 * @param file where it is
 * @param text its text, with line feeds as line ends
 * @param parts what it is made of
 * @param hash its two hashes
 */
public record MigrationScript(Path file, String text, ScriptParts parts, ScriptHash hash) {

  /**
   * Cuts and hashes a script.
   *
   * @throws ScriptException naming the file and the line when it can't be cut
   */
  static MigrationScript of(Path file, String text, Dialect dialect) {
    ScriptParts parts;
    try {
      parts = dialect.parts(text);
    } catch (ScriptException e) {
      throw e.in(file.toString());
    }
    var hash =
        new ScriptHash(
            Sha256.of(text.getBytes(StandardCharsets.UTF_8)),
            Sha256.of(parts.content().getBytes(StandardCharsets.UTF_8)));
    return new MigrationScript(file, text, parts, hash);
  }

  /** The statements in their order. */
  public List<ScriptStatement> statements() {
    return parts.statements();
  }

  /** Why taking back loses data for good; empty when it does not. */
  public List<String> irreversible() {
    return parts.directives().stream()
        .filter(directive -> directive.name().equals(DirectiveRules.IRREVERSIBLE))
        .map(Directive::argument)
        .toList();
  }
}
