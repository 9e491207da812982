package dev.slipway.cli.command;

import dev.slipway.cli.output.Json;
import dev.slipway.evidence.EvidenceBook;
import dev.slipway.migration.Origin;
import dev.slipway.workspace.Workspace;
import picocli.CommandLine.Option;

/** Whether an outcome becomes evidence for the next environment. */
final class RecordOption {

  @Option(
      names = "--record",
      description = "write the outcome into the ledger, as evidence for the next environment")
  boolean record;

  /**
   * Writes down what was found out, where that was asked for.
   *
   * @param kind what was done, as a word: {@code verify}
   * @param name which one of that kind; empty where there is one only
   * @param isPassed whether all was as expected
   * @param answer what is kept of it
   */
  void apply(
      Invocation invocation,
      Workspace workspace,
      String environment,
      String kind,
      String name,
      boolean isPassed,
      Json answer) {
    if (record) {
      new EvidenceBook(workspace, environment)
          .record(kind, name, isPassed, answer.text(), Origin.current().toString());
      invocation.console().note("Recorded in the ledger of " + environment + ".");
    }
  }
}
