package dev.slipway.cli.command;

import dev.slipway.catalog.ObjectId;
import dev.slipway.cli.output.CliError;
import dev.slipway.cli.output.ExitCode;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.Style;
import dev.slipway.error.SlipwayException;
import dev.slipway.pull.Pulled;
import dev.slipway.pull.Pulling;
import dev.slipway.pull.Updated;
import dev.slipway.workspace.Workspace;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway pull SOURCE [--into FOLDER] [--package NAME] [--baseline]}. */
@CommandLine.Command(
    name = "pull",
    header = "Write the schema of a database as Java classes and SQL files.",
    description = {
      "The source is the name of an environment, a database's address, sql:FILE of a dump,",
      "or migrations:FOLDER. Tables, types and sequences become classes, the rest .sql files",
      "beside them. The result is loaded and compared with the source before it is",
      "written; what is there is never overwritten. --update takes what changed in the",
      "database over into the definition that is there, and touches nothing else; what has no",
      "safe place is named, with the lines to write, and nothing is changed."
    },
    footer = {
      "slipway pull production --package com.acme.shop.schema",
      "slipway pull sql:dump.sql --into db/java",
      "slipway pull production --package com.acme.shop.schema --baseline",
      "slipway pull staging --update"
    })
final class PullCommand implements Command {

  private static final int SHOWN = 5;

  @Parameters(paramLabel = "SOURCE", description = "what is written as a definition")
  String source = "";

  @Option(
      names = "--into",
      paramLabel = "FOLDER",
      defaultValue = "src/main/java",
      description = "the root of the sources; src/main/java when left out")
  Path into = Path.of("src/main/java");

  @Option(
      names = "--package",
      paramLabel = "NAME",
      defaultValue = "schema",
      description = "the package of the classes; schema when left out")
  String packageName = "schema";

  @Option(
      names = "--baseline",
      description = "write the first migration too, and mark it as applied in the environment")
  boolean baseline;

  @Option(
      names = "--check",
      paramLabel = "WHAT",
      description =
          "classes: compile what was written and load that; records: load what it was printed"
              + " from; when left out, classes for up to 200 tables")
  @Nullable String check;

  @Option(
      names = "--update",
      description = "take over what changed into the definition of slipway.yml")
  boolean update;

  @Override
  public ExitCode run(Invocation invocation) {
    if (update && baseline) {
      throw new SlipwayException(
          CliError.BAD_ARGUMENT,
          "--baseline begins a definition, --update changes one.",
          "Leave one of them out.");
    }
    if (update) {
      return update(invocation);
    }
    Path root = invocation.folder().resolve(into).normalize();
    try (Workspace workspace = invocation.workspace(invocation.configurationIfAny(source))) {
      Pulled pulled = pull(invocation, workspace, root);
      answer(invocation, root, pulled);
      return ExitCode.DONE;
    }
  }

  private ExitCode update(Invocation invocation) {
    try (Workspace workspace = invocation.workspace(invocation.configuration(source))) {
      Updated updated = workspace.pullUpdate(source);
      var text = new StringBuilder();
      Style style = invocation.console().dataStyle();
      List<String> written = shown(invocation, updated.written().keySet());
      List<String> changed = shown(invocation, updated.changed().keySet());
      List<String> removed = shown(invocation, updated.removed());
      written.forEach(file -> text.append(style.good("wrote")).append(" " + file + "\n"));
      changed.forEach(file -> text.append(style.good("changed")).append(" " + file + "\n"));
      removed.forEach(file -> text.append(style.good("removed")).append(" " + file + "\n"));
      invocation.answer(
          Json.answer("pull", updated.isEmpty() ? "unchanged" : "done")
              .with("files", written)
              .with("changed", changed)
              .with("removed", removed),
          text.toString());
      invocation
          .console()
          .note(
              updated.isEmpty()
                  ? "The definition and " + source + " agree."
                  : "The definition was compiled and compared: it leads to the schema of "
                      + source
                      + ".");
      return ExitCode.DONE;
    }
  }

  private static List<String> shown(Invocation invocation, Collection<Path> files) {
    return files.stream().map(invocation::shown).toList();
  }

  private Pulled pull(Invocation invocation, Workspace workspace, Path root) {
    if (!baseline) {
      return workspace.pull(source, root, packageName, check());
    }
    workspace.requireNewBaseline(source);
    if (invocation.configuration(source).environment(source).protectedEnvironment()) {
      invocation.confirm("Mark a first migration as applied in " + source + "?");
    }
    return workspace.pullBaseline(
        source, root, packageName, check(), invocation.executorOptions(""));
  }

  private Pulling.@Nullable Check check() {
    return switch (check) {
      case null -> null;
      case "classes" -> Pulling.Check.CLASSES;
      case "records" -> Pulling.Check.RECORDS;
      default ->
          throw new SlipwayException(
              CliError.BAD_ARGUMENT,
              "--check takes classes or records, not " + check,
              "Leave it out to take what fits the number of tables.");
    };
  }

  private void answer(Invocation invocation, Path root, Pulled pulled) {
    List<String> files =
        pulled.files().keySet().stream().map(file -> invocation.shown(root.resolve(file))).toList();
    Style style = invocation.console().dataStyle();
    invocation.answer(
        Json.answer("pull", "done")
            .with("package", packageName)
            .with("tables", pulled.tables())
            .with("files", files)
            .with("baseline", pulled.baseline())
            .with("leftOut", pulled.leftOut())
            .with("unchecked", pulled.unchecked())
            .with("tablesInSql", pulled.inSql().stream().map(ObjectId::dotted).toList()),
        files.stream()
            .map(file -> style.good("wrote") + " " + file + "\n")
            .collect(Collectors.joining()));
    if (!pulled.inSql().isEmpty()) {
      String names =
          pulled.inSql().stream()
              .limit(SHOWN)
              .map(ObjectId::dotted)
              .collect(Collectors.joining(", "));
      int more = pulled.inSql().size() - SHOWN;
      invocation
          .console()
          .note(
              "In SQL, since the definition has no word for something of them: "
                  + names
                  + (more > 0 ? " and " + more + " more" : "")
                  + ".");
    }
    if (pulled.baseline() != null) {
      invocation
          .console()
          .note("The migration " + pulled.baseline() + " counts as applied in " + source + ".");
    }
    for (String left : pulled.leftOut()) {
      invocation.console().note("Left out, since it is no schema: " + left);
    }
    for (String file : pulled.unchecked()) {
      invocation
          .console()
          .note(
              invocation.shown(root.resolve(file))
                  + ": the server refuses what is in it when it looks; it is written so that it"
                  + " does not.");
    }
    String folder =
        invocation.shown(root.resolve(packageName.replace('.', '/'))).replace('\\', '/');
    invocation
        .console()
        .note(
            switch (pulled.check()) {
              case CLASSES ->
                  "The definition was compiled and compared: it leads to the same schema.";
              case RECORDS ->
                  "The definition leads to the same schema. Its classes were not compiled;"
                      + " --check classes does.";
            });
    invocation.console().note("To use it: schema: java:" + folder + " in slipway.yml.");
  }
}
