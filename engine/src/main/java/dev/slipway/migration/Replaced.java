package dev.slipway.migration;

import dev.slipway.dialect.AppliedMigration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A migration that another stands for. It is applied where it is in the ledger itself, or all are
 * that it stood for.
 *
 * @param name its name
 * @param up the hash of its way forth's content
 * @param replaces the migrations that it stood for itself; often none
 */
public record Replaced(String name, String up, List<Replaced> replaces) {

  /** Copies the list. */
  public Replaced {
    replaces = List.copyOf(replaces);
  }

  /** A migration with what it stands for. */
  public static Replaced of(Migration migration) {
    return new Replaced(
        migration.name(), migration.up().hash().content(), migration.manifest().replaces());
  }

  /** Its name, and the names of all that it stood for. */
  Stream<String> names() {
    return Stream.concat(Stream.of(name), replaces.stream().flatMap(Replaced::names));
  }

  /** Those of a ledger that make it applied; empty when it is not. */
  List<AppliedMigration> rows(Map<String, AppliedMigration> ledger) {
    AppliedMigration own = ledger.get(name);
    return own == null ? rows(replaces, ledger) : List.of(own);
  }

  /** Those of a ledger that make all of some applied; empty when one is not. */
  static List<AppliedMigration> rows(
      Collection<Replaced> some, Map<String, AppliedMigration> ledger) {
    List<List<AppliedMigration>> rows = some.stream().map(each -> each.rows(ledger)).toList();
    return rows.stream().anyMatch(List::isEmpty)
        ? List.of()
        : rows.stream().flatMap(List::stream).toList();
  }

  /** Whether a ledger has something else under its name. */
  Stream<Replaced> edited(Map<String, AppliedMigration> ledger) {
    AppliedMigration own = ledger.get(name);
    return own == null
        ? replaces.stream().flatMap(each -> each.edited(ledger))
        : own.entry().up().content().equals(up) ? Stream.empty() : Stream.of(this);
  }
}
