package dev.slipway.workspace;

import dev.slipway.catalog.Catalog;
import dev.slipway.dialect.LedgerEntry;
import dev.slipway.dialect.Script;
import dev.slipway.plan.Statement;
import java.util.List;

/**
 * How an empty environment becomes like another one; nothing has run yet.
 *
 * @param from the environment that is copied
 * @param to the one that becomes like it
 * @param before what is there now
 * @param wanted what will be there then
 * @param provided what runs first: what stands for the platform, where it is not there, and the
 *     creation of roles
 * @param roles the roles that are created since something names them, without a login
 * @param statements what runs then
 * @param applied what the ledger will say is applied
 * @param leftOut what no statement creates again, such as a subscription
 */
public record SchemaCopy(
    String from,
    String to,
    Catalog before,
    Catalog wanted,
    List<Script> provided,
    List<String> roles,
    List<Statement> statements,
    List<LedgerEntry> applied,
    List<String> leftOut) {

  /** Copies the lists. */
  public SchemaCopy {
    provided = List.copyOf(provided);
    roles = List.copyOf(roles);
    statements = List.copyOf(statements);
    applied = List.copyOf(applied);
    leftOut = List.copyOf(leftOut);
  }

  /** All of it as a script. */
  public String script() {
    var text = new StringBuilder();
    for (Script script : provided) {
      text.append("-- ").append(script.origin()).append('\n');
      script.statements().forEach(each -> text.append(each.sql()).append(";\n"));
      text.append('\n');
    }
    statements.forEach(each -> text.append(each.sql()).append(";\n"));
    return text.toString();
  }
}
