package dev.slipway.e2e.hazards;

import dev.slipway.plan.HazardCode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which codes mean what a rule of another tool means, and why verdicts differ. */
final class LintRules {

  /** The server refuses a statement of it whatever is there. */
  static final String REFUSED = "refused by the server";

  private static final Map<String, Set<String>> MEANING = new LinkedHashMap<>();

  static {
    MEANING.put("adding-field-with-default", Set.of("SLIP307", "SLIP308", "SLIP309"));
    MEANING.put("adding-foreign-key-constraint", Set.of("SLIP205"));
    MEANING.put("adding-not-nullable-field", Set.of("SLIP202"));
    MEANING.put("adding-required-field", Set.of("SLIP201"));
    MEANING.put("adding-serial-primary-key-field", Set.of("SLIP302", "SLIP309"));
    MEANING.put("ban-alter-domain-with-add-constraint", Set.of("SLIP208"));
    MEANING.put("ban-char-field", Set.of("SLIP505"));
    MEANING.put("ban-concurrent-index-creation-in-transaction", Set.of("not-in-transaction"));
    MEANING.put("ban-create-domain-with-constraint", Set.of("SLIP512"));
    MEANING.put("ban-drop-column", Set.of("SLIP102"));
    MEANING.put("ban-drop-not-null", Set.of("SLIP408"));
    MEANING.put("ban-drop-table", Set.of("SLIP101"));
    MEANING.put("ban-uncommitted-transaction", Set.of("transaction-control"));
    MEANING.put("changing-column-type", Set.of("SLIP301"));
    MEANING.put("constraint-missing-not-valid", Set.of("SLIP306", "SLIP313"));
    MEANING.put("disallowed-unique-constraint", Set.of("SLIP302"));
    MEANING.put("identifier-too-long", Set.of("SLIP513"));
    MEANING.put("prefer-bigint-over-int", Set.of("SLIP508"));
    MEANING.put("prefer-bigint-over-smallint", Set.of("SLIP509"));
    MEANING.put("prefer-identity", Set.of("SLIP510"));
    MEANING.put("prefer-repack", Set.of("SLIP310"));
    MEANING.put("prefer-text-field", Set.of("SLIP506"));
    MEANING.put("prefer-timestamp-tz", Set.of("SLIP507"));
    MEANING.put("renaming-column", Set.of("SLIP405"));
    MEANING.put("renaming-table", Set.of("SLIP404"));
    MEANING.put("require-concurrent-index-creation", Set.of("SLIP302"));
    MEANING.put("require-concurrent-index-deletion", Set.of("SLIP303"));
    MEANING.put("require-concurrent-partition-detach", Set.of("SLIP305"));
    MEANING.put("require-concurrent-reindex", Set.of("SLIP304"));
    MEANING.put("require-enum-value-ordering", Set.of("SLIP517"));
    MEANING.put("require-lock-timeout", Set.of("SLIP315"));
    MEANING.put("require-timeout-settings", Set.of("SLIP315"));
    MEANING.put("require-statement-timeout", Set.of());
    MEANING.put("prefer-robust-stmts", Set.of("SLIP518"));
    MEANING.put("require-table-schema", Set.of("SLIP519"));
    MEANING.put("transaction-nesting", Set.of("rollback", "transaction-control"));
  }

  /** What strong_migrations does not ask: whether rows stand against it, and most advice. */
  private static final Set<String> NOT_ASKED =
      Set.of("SLIP203", "SLIP209", "SLIP315", "SLIP401", "SLIP402");

  private static final Set<String> ASKED_ADVICE = Set.of("SLIP504", "SLIP511");

  private static final Map<String, String> REASONS = new LinkedHashMap<>();

  static {
    REASONS.put(
        "transaction-nesting", "A second BEGIN or COMMIT changes nothing: the server only warns.");
    REASONS.put(
        "require-timeout-settings",
        "Slipway sets lock_timeout for every statement; only a script that turns it off, and then"
            + " locks a table, has the hazard.");
    REASONS.put(
        "require-statement-timeout",
        "How long a statement may take is no matter of its script: what others notice is a lock,"
            + " and that has its timeout.");
    REASONS.put(
        "prefer-repack",
        "Before version 19 there is no REPACK, but the table is written anew all the same.");
    REASONS.put(
        "adding_field_with_default/docs_example_error_on_pg_11",
        "It is about version 10: since 11 a constant default is not written into any row. Slipway"
            + " supports 15 and later.");
    REASONS.put(
        "adding_not_null_field/regression_gh_issue_628_pg11_with_validated_check_err",
        "It is about version 11: since 12 a validated check proves it, and nothing is read.");
    REASONS.put(
        "adding_not_null_field/pg11_cross_migration_validate_then_set_not_null_err",
        "It is about version 11: since 12 a validated check proves it, and nothing is read.");
    REASONS.put(
        "ban_concurrent_index_creation_in_transaction/assuming_in_transaction_err",
        "Slipway runs the statement outside of its transactions by itself.");
    REASONS.put(
        "ban_drop_database/ban_drop_database",
        "The database of the case is not the one in which the script runs; no migration can drop"
            + " its own.");
    REASONS.put(
        "ban_truncate_cascade/err",
        "No other table points at these, so nothing more is emptied; that every named table is"
            + " emptied is SLIP110.");
    REASONS.put(
        "rename_schema",
        "The schema was created in the same script: nobody can know its old name yet.");
    REASONS.put(
        "require_concurrent_reindex/reindex_database_no_concurrently_err",
        "The server refuses it in a database of another name.");
    REASONS.put(
        "adding_required_field/generated_stored_not_null_ok",
        "The server refuses the statement: a generated column can't be made of itself.");
    REASONS.put(
        "adding_required_field/generated_stored_ok",
        "The server refuses the statement: a generated column can't be made of itself.");
    REASONS.put(
        "prefer_robust_stmts/drop_before_end_ok",
        "By itself the statement can't run twice; that the one before it makes room is not seen.");
    REASONS.put(
        "prefer_robust_stmts/enable_row_level_security_err",
        "It was tried: a second run does no harm.");
    REASONS.put(
        "prefer_robust_stmts/enable_row_level_security_without_exists_check_err",
        "It was tried: a second run does no harm.");
    REASONS.put(
        "prefer_robust_stmts/disable_row_level_security_err",
        "It was tried: a second run does no harm.");
    REASONS.put(
        "prefer_robust_stmts/alter_column_set_not_null",
        "It was tried: a second run does no harm.");
    REASONS.put(
        "prefer_robust_stmts/create_temp_table_without_on_commit_drop_err",
        "A temporary table is gone with its session, and a second run has another one.");
  }

  private LintRules() {}

  static Set<String> meaning(String rule) {
    if (!rule.isEmpty()) {
      return MEANING.getOrDefault(rule, Set.of());
    }
    Set<String> all = new TreeSet<>();
    Arrays.stream(HazardCode.values())
        .filter(code ->
            code.severity() != HazardCode.Severity.ADVICE || ASKED_ADVICE.contains(code.id()))
        .map(HazardCode::id)
        .filter(code -> !NOT_ASKED.contains(code))
        .forEach(all::add);
    return all;
  }

  /** Why a case is judged otherwise; empty when nobody has said so. */
  static String reason(LintCase lint) {
    return REASONS.getOrDefault(lint.id(), REASONS.getOrDefault(lint.rule(), ""));
  }
}
