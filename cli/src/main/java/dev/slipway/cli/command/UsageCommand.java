package dev.slipway.cli.command;

import dev.slipway.cli.output.Count;
import dev.slipway.cli.output.ExitCode;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.UseReport;
import dev.slipway.dialect.ReleaseUse;
import dev.slipway.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code slipway usage --classes app.jar[,FOLDER]}. */
@CommandLine.Command(
    name = "usage",
    header = "Show which tables and columns the compiled classes of an application use.",
    description = {
      "Reads class files, and runs none but the table classes of the definition. What is read of",
      "a table class is used under the name that it has in the database; whole rows, as",
      "selectFrom takes them, are all columns. A text that has a table's name as a word uses it,",
      "and the columns that texts of the same class name. What an application makes up while it",
      "runs, or does by reflection, can't be seen. Nothing is changed."
    },
    footer = {
      "slipway usage --classes target/app.jar",
      "slipway usage --classes target/classes,../shared/target/classes --output json"
    })
final class UsageCommand implements Command {

  @Option(
      names = "--classes",
      required = true,
      split = ",",
      paramLabel = "JAR_OR_FOLDER",
      description = "the jars and folders of the application, with commas between them")
  List<String> classes = new ArrayList<>();

  @Override
  public ExitCode run(Invocation invocation) {
    try (Workspace workspace = invocation.workspace(invocation.configuration())) {
      List<ReleaseUse> uses = workspace.usage(paths(invocation, classes));
      invocation.answer(
          Json.answer("usage", "done").with("uses", UseReport.json(uses)),
          UseReport.text(uses, invocation.console().dataStyle()));
      invocation
          .console()
          .note(
              uses.isEmpty()
                  ? "No table is used."
                  : Count.of(UseReport.tables(uses), "table") + " used.");
      return ExitCode.DONE;
    }
  }

  static List<Path> paths(Invocation invocation, List<String> classes) {
    return classes.stream().map(each -> invocation.folder().resolve(each)).toList();
  }
}
