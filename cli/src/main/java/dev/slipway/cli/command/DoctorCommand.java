package dev.slipway.cli.command;

import dev.slipway.cli.output.DoctorReport;
import dev.slipway.cli.output.ExitCode;
import dev.slipway.config.Configuration;
import dev.slipway.dialect.Diagnosis;
import dev.slipway.error.SlipwayException;
import dev.slipway.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** {@code slipway doctor [ENV]}. */
@CommandLine.Command(
    name = "doctor",
    header = "Find out why something does not work: Java, project, and the way to a database.",
    description = {
      "Looks at the JDK, the launcher, slipway.yml, the migrations, and then at name, port,",
      "TLS, login, version, privileges, extensions, clocks, and whether a pool or a replica",
      "is in the way. Changes nothing. Ends with 1 when something does not work; what only",
      "may surprise is a warning."
    },
    footer = {"slipway doctor", "slipway doctor production --output json"})
final class DoctorCommand implements Command {

  @Parameters(
      arity = "0..1",
      paramLabel = "ENV",
      defaultValue = Configuration.DEFAULT_ENVIRONMENT,
      description = "the environment; dev when left out")
  String environment = Configuration.DEFAULT_ENVIRONMENT;

  @Override
  public ExitCode run(Invocation invocation) {
    var found = new ArrayList<Diagnosis>(List.of(java(), launcher()));
    try {
      Configuration configuration = invocation.configuration(environment);
      configuration.environment(environment);
      found.add(Diagnosis.ok("configuration", invocation.shown(configuration.file())));
      try (Workspace workspace = invocation.workspace(configuration)) {
        found.addAll(workspace.examine(environment));
      }
    } catch (SlipwayException e) {
      found.add(Diagnosis.failed("configuration", e.what(), e.next()));
    }
    var report = new DoctorReport(environment, found, invocation.console()::redacted);
    invocation.answer(report.json(), report.text(invocation.console().dataStyle()));
    return report.hasFailures() ? ExitCode.DIFFERENCES : ExitCode.DONE;
  }

  private static Diagnosis java() {
    String version = "Java " + Runtime.version().feature() + ", " + System.getProperty("java.home");
    return ModuleLayer.boot().findModule("jdk.compiler").isPresent()
        ? Diagnosis.ok("java", version)
        : Diagnosis.warning(
            "java",
            version + ", without a compiler: a definition in Java sources can't be read.",
            "Let SLIPWAY_JAVA_HOME name a JDK.");
  }

  /** The launcher tells the program which of its streams are terminals. */
  private static Diagnosis launcher() {
    return System.getProperty("slipway.terminal") != null
        ? Diagnosis.ok("launcher", "slipway " + Version.number())
        : Diagnosis.warning(
            "launcher",
            "slipway "
                + Version.number()
                + ", started without its launcher: no colors, no"
                + " questions, slower starts.",
            "Start it with the script slipway of the installation.");
  }
}
