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

  /** A transaction is begun and never committed: one of the reasons for transaction-control. */
  static final String NEVER_COMMITTED = "transaction-control (never committed)";

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
    MEANING.put("ban-drop-database", Set.of("transaction-control"));
    MEANING.put("ban-drop-not-null", Set.of("SLIP408"));
    MEANING.put("ban-drop-table", Set.of("SLIP101"));
    MEANING.put("ban-uncommitted-transaction", Set.of(NEVER_COMMITTED));
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
    MEANING.put("require-timeout-settings", Set.of("SLIP315", "SLIP520"));
    MEANING.put("require-statement-timeout", Set.of("SLIP520"));
    MEANING.put("prefer-robust-stmts", Set.of("SLIP518"));
    MEANING.put("require-table-schema", Set.of("SLIP519"));
    MEANING.put("transaction-nesting", Set.of("transaction-control"));
  }

  /** What strong_migrations does not ask: whether rows stand against it, and most advice. */
  private static final Set<String> NOT_ASKED =
      Set.of("SLIP203", "SLIP209", "SLIP315", "SLIP401", "SLIP402");

  private static final Set<String> ASKED_ADVICE = Set.of("SLIP504", "SLIP511");

  private static final Map<String, String> REASONS = new LinkedHashMap<>();

  static {
    REASONS.put(
        "require_timeout_settings/err_other_ddl_operations",
        "A new type locks nothing that was there: nobody can wait for it.");
    REASONS.put(
        "prefer-repack",
        "Before version 19 there is no REPACK, but the table is written anew all the same.");
    REASONS.put(
        "ban_truncate_cascade/err",
        "No other table points at these, so nothing more is emptied; that every named table is"
            + " emptied is SLIP110.");
    REASONS.put(
        "rename_schema",
        "The schema was created in the same script: nobody can know its old name yet.");
    REASONS.put(
        "prefer_robust_stmts/drop_before_end_ok",
        "A second run was tried, with both statements: the first drops the index, and the second"
            + " does not find it.");
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
