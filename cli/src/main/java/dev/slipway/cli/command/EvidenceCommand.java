package dev.slipway.cli.command;

import dev.slipway.cli.output.CliError;
import dev.slipway.cli.output.Count;
import dev.slipway.cli.output.EvidenceReport;
import dev.slipway.cli.output.ExitCode;
import dev.slipway.cli.output.Json;
import dev.slipway.config.Configuration;
import dev.slipway.error.SlipwayException;
import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.EvidenceBook;
import dev.slipway.evidence.EvidenceError;
import dev.slipway.evidence.SignedEvidence;
import dev.slipway.evidence.SigningKey;
import dev.slipway.migration.Origin;
import dev.slipway.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway evidence show|export ENV, slipway evidence key FILE}. */
@CommandLine.Command(
    name = "evidence",
    header = "Show what is known of an environment, or sign it for another runner.",
    description = {
      "show lists which migrations ran there and what was found out since: promote asks that of",
      "the environment before. export writes it into a file, signed with a key, for a runner that",
      "can't reach that environment: promote --evidence FILE. key makes a pair of keys: the",
      "private one goes into the file, the public one is printed, and stands in slipway.yml."
    },
    footer = {
      "slipway evidence show staging",
      "slipway evidence key ci.key",
      "slipway evidence export staging --key ci.key --file staging.evidence.json"
    })
final class EvidenceCommand implements Command {

  /** What is done. */
  enum Action {
    show,
    export,
    key
  }

  @Parameters(index = "0", paramLabel = "ACTION", description = "show, export or key")
  Action action = Action.show;

  @Parameters(
      index = "1",
      paramLabel = "WHERE",
      description = "the environment; for key the file that is written")
  String where = "";

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "for export: the private key that signs")
  @Nullable String key;

  @Option(names = "--file", paramLabel = "FILE", description = "for export: what is written")
  @Nullable String file;

  @Override
  public ExitCode run(Invocation invocation) {
    if (action == Action.export && (key == null || file == null)) {
      throw new SlipwayException(
          CliError.BAD_ARGUMENT,
          "export signs with --key FILE and writes --file FILE.",
          "Give both; `slipway evidence key FILE` makes a key.");
    }
    if (action != Action.export && (key != null || file != null)) {
      throw new SlipwayException(
          CliError.BAD_ARGUMENT, action + " has no use for --key and --file.", "Leave them out.");
    }
    return switch (action) {
      case show -> show(invocation);
      case export -> export(invocation, String.valueOf(key), String.valueOf(file));
      case key -> generate(invocation);
    };
  }

  private Evidence collect(Invocation invocation) {
    Configuration configuration = invocation.configuration(where);
    try (Workspace workspace = invocation.workspace(configuration)) {
      return new EvidenceBook(workspace, where).collect(Origin.current().toString());
    }
  }

  private ExitCode show(Invocation invocation) {
    Evidence evidence = collect(invocation);
    invocation.answer(
        EvidenceReport.json(evidence).with("file", null),
        EvidenceReport.text(evidence, invocation.console().dataStyle()));
    return ExitCode.DONE;
  }

  private ExitCode export(Invocation invocation, String keyFile, String target) {
    SigningKey signing = SigningKey.read(invocation.folder().resolve(keyFile).normalize());
    Evidence evidence = collect(invocation);
    Path written = invocation.folder().resolve(target).normalize();
    SignedEvidence.of(evidence, signing).write(written);
    invocation.answer(EvidenceReport.json(evidence).with("file", invocation.shown(written)), "");
    invocation
        .console()
        .note(
            "Signed "
                + Count.of(evidence.migrations().size(), "migration")
                + " and "
                + Count.of(evidence.findings().size(), "finding")
                + " of "
                + where
                + " into "
                + invocation.shown(written)
                + ".");
    return ExitCode.DONE;
  }

  private ExitCode generate(Invocation invocation) {
    Path written = invocation.folder().resolve(where).normalize();
    SigningKey.Pair pair = SigningKey.generate();
    try {
      PrivateFile.write(written, pair.secret() + "\n");
    } catch (IOException e) {
      throw new SlipwayException(
          EvidenceError.EVIDENCE_NOT_WRITTEN,
          invocation.shown(written) + " can't be written, or is there already.",
          "Name a file that is not there, in a folder that can be written to.",
          e);
    }
    invocation.answer(
        Json.answer("evidence", "key")
            .with("file", invocation.shown(written))
            .with("public", pair.shown()),
        pair.shown() + "\n");
    invocation
        .console()
        .note(
            "The private key is in "
                + invocation.shown(written)
                + ": keep it secret, never commit it. Above is the public one.");
    return ExitCode.DONE;
  }
}
