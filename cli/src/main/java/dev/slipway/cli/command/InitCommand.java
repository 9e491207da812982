package dev.slipway.cli.command;

import dev.slipway.cli.output.ExitCode;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.Style;
import dev.slipway.cli.project.NewProject;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code slipway init [--schema SOURCE]}. */
@CommandLine.Command(
    name = "init",
    header = "Begin: write slipway.yml and what goes with it into this folder.",
    description = {
      "The schema definition is taken from compiled Java classes where there is a pom.xml,",
      "from SQL files otherwise, with one table as an example. Nothing is overwritten."
    },
    footer = {
      "slipway init",
      "slipway init --schema sql:db/schema",
      "slipway init --schema java:target/classes"
    })
final class InitCommand implements Command {

  @Option(
      names = "--schema",
      paramLabel = "SOURCE",
      description = "where the schema definition is: java:FOLDER, jpa:FOLDER or sql:FOLDER")
  @Nullable String schema;

  @Override
  public ExitCode run(Invocation invocation) {
    NewProject project = NewProject.write(invocation.folder(), schema);
    List<String> files = project.files().stream().map(Path::toString).toList();
    Style style = invocation.console().dataStyle();
    var text = new StringBuilder();
    files.forEach(file -> text.append(style.good("wrote")).append(" ").append(file).append('\n'));
    invocation.answer(
        Json.answer("init", "done").with("schema", project.schema()).with("files", files),
        text.toString());
    invocation.console().note("\n" + project.next());
    return ExitCode.DONE;
  }
}
