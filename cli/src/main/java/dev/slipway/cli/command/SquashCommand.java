package dev.slipway.cli.command;

import dev.slipway.cli.output.Count;
import dev.slipway.cli.output.ExitCode;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.PlanJson;
import dev.slipway.cli.output.PlanText;
import dev.slipway.migration.Migration;
import dev.slipway.workspace.Squashed;
import dev.slipway.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code slipway squash --up-to NAME}. */
@CommandLine.Command(
    name = "squash",
    header = "Make one migration of the first ones.",
    description = {
      "It creates what they lead to, which is proved on a throw-away database, and their",
      "folders are removed: commit them before. Where all of them are applied, it counts as",
      "applied, and the next migrate writes that into the ledger; where none is, it runs in",
      "their place; where only some are, migrate refuses it and names the others."
    },
    footer = {
      "slipway squash --up-to 20261121101500_add_message_seq",
      "slipway squash --up-to 20261121101500_add_message_seq --name first --dry-run"
    })
final class SquashCommand implements Command {

  @Option(
      names = "--up-to",
      paramLabel = "NAME",
      required = true,
      description = "the last migration that becomes part of it")
  String upTo = "";

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "what it is called; squashed when left out")
  @Nullable String name;

  @Option(
      names = "--accept-loss",
      paramLabel = "NAME",
      description = "a table whose rows, or a migration by hand whose work, it leaves out; several")
  List<String> acceptLoss = new ArrayList<>();

  @Option(names = "--dry-run", description = "show the plan, write nothing")
  boolean dryRun;

  @Override
  public ExitCode run(Invocation invocation) {
    try (Workspace workspace = invocation.workspace(invocation.configuration())) {
      Squashed squashed = workspace.squash(upTo, name, Set.copyOf(acceptLoss), dryRun);
      Migration written = squashed.migration();
      var text = new PlanText(invocation.console().dataStyle());
      invocation.answer(
          Json.answer("squash", written == null ? "planned" : "written")
              .with("migration", written == null ? null : written.name())
              .with("folder", written == null ? null : written.folder().toString())
              .with("replaced", squashed.replaced())
              .with("plan", PlanJson.of(squashed.plan())),
          written == null ? text.of(squashed.plan()) : text.summary(squashed.plan()));
      if (written != null) {
        invocation
            .console()
            .note(
                invocation.console().noteStyle().good("wrote")
                    + " "
                    + invocation.shown(written.folder())
                    + " in place of "
                    + Count.of(squashed.replaced().size(), "migration")
                    + ", proved to lead to the same.");
      }
      return ExitCode.DONE;
    }
  }
}
