package dev.slipway.cli.command;

import dev.slipway.cli.output.ChangeText;
import dev.slipway.cli.output.ExitCode;
import dev.slipway.cli.output.Json;
import dev.slipway.workspace.Rebased;
import dev.slipway.workspace.Workspace;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway rebase [NAME]}. */
@CommandLine.Command(
    name = "rebase",
    header = "Put one of two branches that met behind the other.",
    description = {
      "Two migrations that were generated on the same one are refused by every command. If",
      "they lead to the same in either order, and the way back is right on top of the other,",
      "which is proved on a throw-away database, migration.json and catalog.json are written",
      "anew; the scripts stay. Move the branch that nobody has applied: an environment that",
      "has it takes it back first, with rollback."
    },
    footer = {"slipway rebase", "slipway rebase 20261121101500_add_message_seq --dry-run"})
final class RebaseCommand implements Command {

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description = "the last migration of the branch that is moved; the later one when left out")
  @Nullable String name;

  @Option(names = "--dry-run", description = "prove it, write nothing")
  boolean dryRun;

  @Override
  public ExitCode run(Invocation invocation) {
    try (Workspace workspace = invocation.workspace(invocation.configuration())) {
      Rebased rebased = workspace.rebase(name, dryRun);
      boolean isOneLine = rebased.moved().isEmpty();
      List<String> changes = rebased.changes().stream().map(ChangeText::made).toList();
      invocation.answer(
          Json.answer("rebase", isOneLine ? "unchanged" : dryRun ? "planned" : "written")
              .with("moved", rebased.moved())
              .with("onto", rebased.onto())
              .with("changes", changes),
          changes.stream().map(change -> change + "\n").collect(Collectors.joining()));
      invocation
          .console()
          .note(
              isOneLine
                  ? "Nothing to move: there is one line of migrations."
                  : String.join(", ", rebased.moved())
                      + (dryRun ? " can be put behind " : " is now behind ")
                      + rebased.onto()
                      + ", proved in either order, forth and back.");
      return ExitCode.DONE;
    }
  }
}
