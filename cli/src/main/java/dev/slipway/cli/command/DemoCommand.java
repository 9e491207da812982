package dev.slipway.cli.command;

import dev.slipway.cli.demo.Demo;
import dev.slipway.cli.demo.DemoFolder;
import dev.slipway.cli.output.ExitCode;
import dev.slipway.cli.output.Json;
import java.util.List;
import picocli.CommandLine;

/** {@code slipway demo}. */
@CommandLine.Command(
    name = "demo",
    header = "Show all of it: a chat product, on a PostgreSQL that is started for it.",
    description = {
      "Takes the example from classes to tables, through a change of three migrations with",
      "rows in the tables, back and forth again, and to an accident that does not happen.",
      "It works in a folder for temporary files and leaves nothing behind."
    },
    footer = {"slipway demo", "slipway demo --no-color"})
final class DemoCommand implements Command {

  @Override
  public ExitCode run(Invocation invocation) {
    boolean isJson = invocation.format() == OutputFormat.JSON;
    try (DemoFolder folder = DemoFolder.create()) {
      List<Json> commands =
          Demo.tell(
              folder.path(),
              invocation::runInside,
              line -> {
                if (!isJson) {
                  invocation.console().data(line.isEmpty() ? "\n" : line);
                }
              },
              invocation.console().dataStyle());
      invocation.answer(
          Json.answer("demo", "done")
              .with("commands", commands.stream().map(Json::members).toList()),
          "");
    }
    return ExitCode.DONE;
  }
}
