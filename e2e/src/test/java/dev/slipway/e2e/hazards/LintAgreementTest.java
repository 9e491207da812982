package dev.slipway.e2e.hazards;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Engine;
import dev.slipway.catalog.Fingerprint;
import dev.slipway.dialect.Conduct;
import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.Scope;
import dev.slipway.dialect.ScriptStatement;
import dev.slipway.e2e.Project;
import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import dev.slipway.error.SlipwayException;
import dev.slipway.migration.Executor;
import dev.slipway.migration.ExecutorOptions;
import dev.slipway.migration.LockPatience;
import dev.slipway.migration.Manifest;
import dev.slipway.migration.MigrationFolder;
import dev.slipway.migration.MigrationName;
import dev.slipway.migration.Target;
import dev.slipway.migration.Witness;
import dev.slipway.observation.Observed;
import dev.slipway.observation.Observer;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import dev.slipway.postgres.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The verdicts of squawk and strong_migrations on scripts, compared with what comes from watching
 * the same scripts run. Statements run as {@code psql} would run them, each in a transaction of its
 * own and without the timeout that Slipway sets, unless the case says that there is one around all
 * of them. What disagrees stands in {@code docs/lint-agreement.md}, each with its reason.
 */
@Tag("corpus")
class LintAgreementTest {

  private static final int VERSION = 17;
  private static final double LEAST = 95;
  private static final Set<String> REFUSALS = Set.of("transaction-control", "not-in-transaction");
  private static final Path PAGE = Project.root().resolve("docs/lint-agreement.md");

  @TempDir Path temporary;
  private int count;

  @Test
  void should_agree_with_other_tools() throws IOException, SQLException {
    Path lint =
        Path.of(System.getProperty("corpus", "../../shared/corpus"))
            .toAbsolutePath()
            .normalize()
            .resolve("lint");
    String only = System.getProperty("cases", "*");
    Dialect dialect = new Postgres();
    List<LintVerdict> verdicts = new ArrayList<>();
    try (EmbeddedPostgres server =
        EmbeddedPostgres.start(EmbeddedOptions.temporary().version(VERSION))) {
      var fixture = new Fixture(server, dialect);
      for (LintCase each : LintCase.all(lint)) {
        if (only.equals("*") || each.id().contains(only)) {
          verdicts.add(verdict(dialect, fixture, each));
        }
      }
    }
    String page = LintPage.of(verdicts);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, page);
    }
    assertThat(LintPage.compared(verdicts).stream().filter(verdict -> verdict.reason().isEmpty()))
        .as("disagreements without a reason in LintReasons")
        .isEmpty();
    assertThat(LintPage.share(LintPage.compared(verdicts)))
        .as("the share of compared cases that agree, of 100")
        .isGreaterThanOrEqualTo(LEAST);
    assertThat(PAGE).content().isEqualTo(page);
  }

  private LintVerdict verdict(Dialect dialect, Fixture fixture, LintCase lint) throws SQLException {
    Set<String> found = new TreeSet<>();
    List<String> refusals = new ArrayList<>();
    List<String> before =
        new ArrayList<>(lint.suite().equals("squawk") ? LintBase.ANY : LintBase.SQL);
    if (!lint.sets().isEmpty()) {
      before.add(lint.sets());
    }
    // What the scripts themselves say of transactions is Slipway's to judge.
    String refused = refusal(dialect, fixture, lint);
    if (refused != null) {
      found.add(refused);
    }
    // With nothing around it, it may run all the same.
    if (refused == null || lint.inTransaction()) {
      for (Fixture.Prepared part : fixture.prepare(before, dialect.split(lint.sql()))) {
        if (!part.refusal().isEmpty()) {
          refusals.add(part.refusal());
          if (part.always()) {
            found.add(LintRules.REFUSED);
          }
        }
        if (!part.statements().isEmpty()) {
          found.addAll(
              observe(
                  dialect,
                  fixture.database(part.sets(), part.statements()),
                  lint,
                  part.statements()));
        }
      }
    }
    return LintVerdict.of(lint, found, refusals);
  }

  /**
   * Why the executor would not begin with the script; null when it would. It is asked with what the
   * case says is around it.
   */
  private @Nullable String refusal(Dialect dialect, Fixture fixture, LintCase lint)
      throws SQLException {
    List<ScriptStatement> statements = dialect.split(lint.sql());
    if (statements.stream().allMatch(each -> isPlain(dialect.transactions().conduct(each)))) {
      return null;
    }
    // A single statement is wrapped by nobody.
    boolean isWrapped = lint.inTransaction() && statements.size() > 1;
    String up =
        statements.stream()
            .map(ScriptStatement::sql)
            .collect(
                Collectors.joining(
                    ";\n", isWrapped ? "begin;\n" : "", isWrapped ? ";\ncommit;\n" : ";\n"));
    try {
      // Nothing is there: whatever else is wrong with the script comes after this refusal.
      run(dialect, fixture.database(List.of(), List.of()), up, Witness.NOBODY);
      return null;
    } catch (SlipwayException e) {
      if (!REFUSALS.contains(e.code().slug()) || !e.what().endsWith("Nothing ran.")) {
        return null;
      }
      return e.what().contains("never committed") ? LintRules.NEVER_COMMITTED : e.code().slug();
    }
  }

  private static boolean isPlain(Conduct conduct) {
    return switch (conduct) {
      case Conduct.Ordinary ordinary -> true;
      case Conduct.Sets sets -> true;
      case Conduct.Adds adds -> true;
      case Conduct.Apart apart -> true;
      case Conduct.Alone alone -> false;
      case Conduct.Begins begins -> false;
      case Conduct.Commits commits -> false;
      case Conduct.Refused refused -> false;
    };
  }

  /** Whether the executor would end the one transaction that the other tool thinks of. */
  private static boolean isCut(Dialect dialect, List<String> statements) {
    return statements.stream()
        .anyMatch(sql ->
            dialect.transactions().conduct(new ScriptStatement(sql, 1, 0))
                instanceof Conduct.Apart);
  }

  private Set<String> observe(
      Dialect dialect, DatabaseUrl url, LintCase lint, List<String> statements) {
    var up = new StringBuilder();
    boolean isOpen = lint.inTransaction() && isCut(dialect, statements);
    if (isOpen) {
      up.append("begin;\n");
    }
    for (String sql : statements) {
      up.append(sql).append(";\n");
      Conduct conduct = dialect.transactions().conduct(new ScriptStatement(sql, 1, 0));
      boolean isCommit = conduct instanceof Conduct.Commits;
      isOpen = conduct instanceof Conduct.Begins || (isOpen && !isCommit);
      if (!isOpen && !isCommit && !lint.inTransaction()) {
        up.append("commit;\n");
      }
    }
    if (isOpen) {
      up.append("commit;\n");
    }
    var observer = Observer.trying(dialect, Scope.all());
    Set<String> codes = new TreeSet<>();
    try {
      run(dialect, url, up.toString(), observer);
    } catch (SlipwayException e) {
      codes.add(e.code().slug());
    }
    boolean isWhole = lint.inTransaction();
    boolean isDeclared =
        dialect.split(lint.sql()).stream()
            .anyMatch(each -> dialect.transactions().conduct(each) instanceof Conduct.Begins);
    // What is one transaction is taken back whole, and can be run again.
    boolean isOne = isWhole || isDeclared || dialect.split(lint.sql()).size() == 1;
    for (Observed observed : observer.observed()) {
      for (Hazard hazard : observed.hazards()) {
        boolean isTakenBack = isOne && !observed.footprint().alone();
        if (hazard.code() != HazardCode.NOT_REPEATABLE || !isTakenBack) {
          codes.add(hazard.code().id());
        }
      }
    }
    return codes;
  }

  private void run(Dialect dialect, DatabaseUrl url, String up, Witness witness) {
    var migrations = new MigrationFolder(temporary.resolve("m" + count++), dialect);
    Fingerprint nothing = Catalog.empty(Engine.POSTGRESQL).fingerprint();
    migrations.write(
        MigrationName.next(Clock.systemUTC(), "case", List.of()),
        new MigrationFolder.Draft(
            up,
            "",
            new Manifest(List.of(), nothing, nothing, List.of(), List.of(), "test"),
            Catalog.empty(Engine.POSTGRESQL)));
    var options =
        ExecutorOptions.defaults()
            .withPatience(new LockPatience(Duration.ZERO, Duration.ZERO))
            .withWitness(witness);
    new Executor(Target.at(dialect, url), options).migrate(migrations.history(), null);
  }
}
