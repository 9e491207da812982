package dev.slipway.migration;

import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Dialect;
import dev.slipway.plan.RowCheck;
import dev.slipway.plan.Sample;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Asks the rows of a target what pending migrations demand of them: all that can be asked before
 * anything runs, the rest when its turn comes.
 *
 * <p>A migration may mend the rows that the one behind it would be refused by. So what is demanded
 * of a table waits for each migration before it that names the table, may write to any, or makes
 * what a question can name beside tables, and for each that was written by hand. Nothing is asked
 * for a migration that was edited since it was generated.
 */
final class Preflight {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_$]+");

  /**
   * Where a script has one of these words, it may change rows of any table, or what the SQL of a
   * question names beside tables, such as a function.
   */
  private static final Set<String> FAR_REACHING =
      Set.of(
          "aggregate",
          "call",
          "collation",
          "copy",
          "delete",
          "do",
          "domain",
          "execute",
          "extension",
          "function",
          "insert",
          "merge",
          "operator",
          "procedure",
          "refresh",
          "routine",
          "schema",
          "select",
          "truncate",
          "type",
          "update",
          "with");

  private final List<RowQuestion> questions;
  private final boolean isBack;

  private Preflight(List<RowQuestion> questions, boolean isBack) {
    this.questions = questions;
    this.isBack = isBack;
  }

  /**
   * @param pending the migrations in their order; of one that is applied in part nothing is asked
   * @param begun the name of that one; null when there is none
   */
  static Preflight of(List<Migration> pending, @Nullable String begun) {
    return of(
        pending.stream()
            .map(migration ->
                new Turn(
                    migration.name(),
                    migration.name().equals(begun) ? List.of() : demanded(migration),
                    migration.up().text(),
                    migration.manifest().handwritten() != null))
            .toList(),
        /* isBack= */ false);
  }

  /**
   * @param taken the migrations that are taken back, in that order
   * @param begun the name of the one that is taken back in part; null when there is none
   */
  static Preflight back(List<Migration> taken, @Nullable String begun) {
    return of(
        taken.stream()
            .map(migration ->
                new Turn(
                    migration.name(),
                    migration.name().equals(begun) ? List.of() : demandedBack(migration),
                    migration.down().text(),
                    migration.manifest().handwritten() != null))
            .toList(),
        /* isBack= */ true);
  }

  /**
   * One migration, forth or back.
   *
   * @param name its name
   * @param checks what it demands
   * @param script the text of what runs
   * @param handwritten whether a person wrote that
   */
  private record Turn(String name, List<RowCheck> checks, String script, boolean handwritten) {}

  private static Preflight of(List<Turn> turns, boolean isBack) {
    var questions = new ArrayList<RowQuestion>();
    Map<String, Integer> lastWith = new HashMap<>();
    int lastFarReaching = -1;
    for (int i = 0; i < turns.size(); i++) {
      Turn turn = turns.get(i);
      for (RowCheck check : turn.checks()) {
        int last = lastFarReaching;
        for (String word : namesOf(check)) {
          last = Math.max(last, lastWith.getOrDefault(word, -1));
        }
        questions.add(
            new RowQuestion(turn.name(), check, last < 0 ? null : turns.get(last).name()));
      }
      Set<String> words = words(turn.script());
      if (turn.handwritten() || !Collections.disjoint(words, FAR_REACHING)) {
        lastFarReaching = i;
      }
      for (String word : words) {
        lastWith.put(word, i);
      }
    }
    return new Preflight(questions, isBack);
  }

  private static List<RowCheck> demanded(Migration migration) {
    RowDemands rows = migration.manifest().rows();
    return rows != null && rows.areOf(migration.up()) ? rows.checks() : List.of();
  }

  /**
   * A column whose rows are given a value needs none of them to have one; and what that value
   * violates together with others only the server can tell.
   */
  private static List<RowCheck> demandedBack(Migration migration) {
    RowDemands rows = migration.manifest().rowsBack();
    if (rows == null || !rows.areOf(migration.down())) {
      return List.of();
    }
    List<RestoredColumn> restored = migration.down().restored();
    return rows.checks().stream()
        .filter(check ->
            restored.stream()
                .noneMatch(each ->
                    each.part().isColumn(check.on().dotted())
                        || check.countSql().contains(each.part().place().getLast())))
        .toList();
  }

  /** The words of its tables' names. */
  private static Set<String> namesOf(RowCheck check) {
    return check.reads().stream()
        .map(ObjectId::name)
        .flatMap(name -> words(name).stream())
        .collect(Collectors.toSet());
  }

  private static Set<String> words(String text) {
    var words = new TreeSet<String>();
    WORD.matcher(text.toLowerCase(Locale.ROOT)).results().forEach(word -> words.add(word.group()));
    return words;
  }

  List<RowQuestion> questions() {
    return questions;
  }

  /**
   * Asks what can be asked before anything runs, over a connection of its own.
   *
   * @param sample which rows are asked; null for all
   */
  RowAnswers ask(Target target, ExecutorOptions options, @Nullable Sample sample) {
    return RowChecker.of(target.dialect(), options).sampling(sample).ask(target, checks(atOnce()));
  }

  private List<RowQuestion> atOnce() {
    return questions.stream().filter(each -> each.waitsFor() == null).toList();
  }

  /** Throws when rows are in the way of what can be asked before anything runs. */
  void require(LockedSession session, ExecutorOptions options) {
    List<RowFinding> findings = asked(session, options, atOnce());
    if (!findings.isEmpty()) {
      List<String> names =
          questions.stream()
              .filter(each -> findings.stream().anyMatch(f -> f.check().equals(each.check())))
              .map(RowQuestion::migration)
              .distinct()
              .toList();
      throw isBack
          ? RowsViolateException.back(names, findings)
          : RowsViolateException.of(names, findings);
    }
  }

  /**
   * Throws when rows are in the way of a migration whose turn it is.
   *
   * @param others what became of the migrations before, as sentences
   */
  void requireTurn(
      String migration, LockedSession session, ExecutorOptions options, String others) {
    List<RowFinding> findings =
        asked(
            session,
            options,
            questions.stream()
                .filter(each -> each.waitsFor() != null && each.migration().equals(migration))
                .toList());
    if (!findings.isEmpty()) {
      throw RowsViolateException.behind(migration, others, findings);
    }
  }

  private static List<RowFinding> asked(
      LockedSession session, ExecutorOptions options, List<RowQuestion> questions) {
    if (questions.isEmpty() || options.rowChecks() == null) {
      return List.of();
    }
    Dialect dialect = session.dialect();
    try {
      session.renew();
      return RowChecker.of(dialect, options).check(session.connection(), checks(questions));
    } catch (SQLException e) {
      throw LockedSession.failed(dialect, "Checking the target's rows", e);
    }
  }

  private static List<RowCheck> checks(List<RowQuestion> questions) {
    return questions.stream().map(RowQuestion::check).toList();
  }
}
