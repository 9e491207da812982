package dev.slipway.cli.command;

import dev.slipway.cli.demo.CommandRunner;
import dev.slipway.cli.demo.Demo;
import dev.slipway.cli.output.ExitCode;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.Style;
import java.io.BufferedReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code slipway demo [--keep DIR]}. */
@CommandLine.Command(
    name = "demo",
    header = "Show all of it: a chat product, on a PostgreSQL that is started for it.",
    description = {
      "Takes the example from classes to tables, through a change of three migrations with",
      "rows in the tables, back and forth again, through staging to production and back, and to",
      "an accident that does not happen. It takes about half a minute.",
      "It works in a folder for temporary files and leaves nothing behind."
    },
    footer = {"slipway demo", "slipway demo --keep my-demo"})
final class DemoCommand implements Command {

  @Option(
      names = "--keep",
      paramLabel = "DIR",
      description = "work in this new folder, and leave it there")
  @Nullable String keep;

  @Override
  public ExitCode run(Invocation invocation) {
    boolean asJson = invocation.format() == OutputFormat.JSON;
    Style style = asJson ? Style.PLAIN : invocation.console().dataStyle();
    PrintStream out =
        asJson
            ? new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)
            : invocation.surroundings().out();
    // Asking for the cancellation makes Ctrl-C wait until everything is tidied up.
    var cancellation = invocation.surroundings().interruption().cancellation();
    Path folder = keep == null ? null : invocation.folder().resolve(keep).normalize();
    Demo.Told told =
        new Demo(
                runner(invocation.surroundings(), style == Style.COLORED),
                out,
                style,
                cancellation::isRequested)
            .run(folder);
    out.flush();
    if (asJson) {
      invocation.answer(json(told), "");
    }
    return ExitCode.DONE;
  }

  private static CommandRunner runner(Surroundings surroundings, boolean colored) {
    return (folder, arguments, output) ->
        new CommandLines(
                new Surroundings(
                    folder,
                    withoutProgress(surroundings.variables()),
                    new BufferedReader(Reader.nullReader()),
                    output,
                    output,
                    colored,
                    colored,
                    surroundings.clock(),
                    surroundings.interruption()),
                arguments)
            .run();
  }

  /** What the commands of the story print goes into the story, where no line can be drawn anew. */
  private static Map<String, String> withoutProgress(Map<String, String> variables) {
    var without = new HashMap<>(variables);
    without.put("SLIPWAY_PROGRESS", "off");
    return without;
  }

  private static Json json(Demo.Told told) {
    Path project = told.project();
    return Json.answer("demo", "done")
        .with("project", project == null ? null : project.toString())
        .with(
            "commands",
            told.steps().stream()
                .map(step ->
                    Json.object()
                        .with("command", step.line())
                        .with("exit", step.exit().number())
                        .members())
                .toList());
  }
}
