package dev.slipway.e2e.hazards;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A script with what another tool says of it.
 *
 * @param suite the other tool
 * @param id what it calls the case
 * @param rule the rule that it asks; empty where it asks all
 * @param version the major version of the server that it is about; 0 where it does not say
 * @param inTransaction whether whoever runs it wraps it in one transaction
 * @param sets what makes the tables that it needs; empty where the case does not say
 * @param sql the script
 * @param isUnsafe what the other tool says
 */
record LintCase(
    String suite,
    String id,
    String rule,
    int version,
    boolean inTransaction,
    String sets,
    String sql,
    boolean isUnsafe) {

  private static final Pattern VERSION = Pattern.compile("^\\d+");

  /** Every case of the corpus. */
  static List<LintCase> all(Path lint) throws IOException {
    List<LintCase> all = new ArrayList<>();
    for (JsonNode node : read(lint.resolve("squawk/cases.json"))) {
      boolean inTransaction =
          node.path("settings").path("assume_in_transaction").asString("").equals("true")
              && !node.path("sql").asString("").contains("squawk-disable-assume-in-transaction");
      all.add(
          new LintCase(
              "squawk",
              node.path("id").asString(""),
              node.path("rule").asString(""),
              version(node.path("settings").path("pg_version").asString("")),
              inTransaction,
              "",
              node.path("sql").asString(""),
              node.path("expect").asString("").equals("violation")));
    }
    for (JsonNode node : read(lint.resolve("strong_migrations/sql_cases.json"))) {
      all.add(
          new LintCase(
              "strong_migrations",
              node.path("id").asString(""),
              "",
              0,
              false,
              node.path("setup").asString(""),
              node.path("sql").asString(""),
              node.path("verdict").asString("").equals("unsafe")));
    }
    return all;
  }

  private static int version(String setting) {
    Matcher number = VERSION.matcher(setting);
    return number.find() ? Integer.parseInt(number.group()) : 0;
  }

  private static JsonNode read(Path file) throws IOException {
    return JsonMapper.shared().readTree(Files.readString(file)).path("cases");
  }
}
