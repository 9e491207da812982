package dev.slipway.cli.command;

import dev.slipway.cli.output.Activity;
import dev.slipway.cli.output.CliError;
import dev.slipway.cli.output.Count;
import dev.slipway.cli.output.ExitCode;
import dev.slipway.cli.output.WatchReport;
import dev.slipway.config.Configuration;
import dev.slipway.config.WatchSettings;
import dev.slipway.error.SlipwayException;
import dev.slipway.migration.TimeText;
import dev.slipway.notification.Delivery;
import dev.slipway.notification.Notice;
import dev.slipway.notification.Notifier;
import dev.slipway.verification.Check;
import dev.slipway.watch.Figure;
import dev.slipway.watch.Watch;
import dev.slipway.watch.WatchRun;
import dev.slipway.workspace.Workspace;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway watch ENV}. */
@CommandLine.Command(
    name = "watch",
    header = "Watch an environment, and end with 1 when a limit is breached.",
    description = {
      "Measures again and again what applications answer, what the server's statistics say, and",
      "whether the invariants in watch/ hold, and compares it with the limits under \"watch\" of",
      "the environment in slipway.yml (docs/watch.md). What is over its limit for three samples in",
      "a row ends it, and whoever is listed under \"notify\" is told. Nothing is written."
    },
    footer = {"slipway watch production --for 10m", "slipway watch staging --for 1m --every 5s"})
final class WatchCommand implements Command {

  @Parameters(
      arity = "0..1",
      paramLabel = "ENV",
      defaultValue = Configuration.DEFAULT_ENVIRONMENT,
      description = "the environment; dev when left out")
  String environment = Configuration.DEFAULT_ENVIRONMENT;

  @Option(
      names = "--for",
      paramLabel = "TIME",
      converter = TimeConverter.class,
      description = "for how long; what slipway.yml says when left out, else 10m")
  @Nullable Duration length;

  @Option(
      names = "--every",
      paramLabel = "TIME",
      converter = TimeConverter.class,
      description = "how long from one sample to the next; as above, else 10s")
  @Nullable Duration every;

  @Option(
      names = "--checks",
      paramLabel = "DIR",
      defaultValue = Watch.FOLDER,
      description = "the folder of the invariants; watch when left out")
  String folder = Watch.FOLDER;

  @Override
  public ExitCode run(Invocation invocation) {
    Configuration configuration = invocation.configuration(environment);
    WatchSettings settings = configuration.environment(environment).watch().with(length, every);
    if (settings.every().isZero() || !settings.isLongEnough()) {
      throw new SlipwayException(
          CliError.BAD_ARGUMENT,
          TimeText.of(settings.length())
              + " with a sample each "
              + TimeText.of(settings.every())
              + " is too short for "
              + settings.inARow()
              + " samples in a row.",
          "Give --for more time, or --every less.");
    }
    try (Workspace workspace = invocation.workspace(configuration)) {
      var watch = new Watch(workspace, environment, settings, invocation.surroundings().clock());
      List<Check> invariants = watch.invariants(configuration.root().resolve(folder));
      WatchRun run =
          watch.run(
              watch.baseline(invariants),
              invariants,
              (sample, left) -> {
                long over = sample.figures().stream().filter(Figure::isOver).count();
                invocation.say(elapsed ->
                    "watching "
                        + environment
                        + ": "
                        + (over == 0 ? "all within limits" : over + " over the limit")
                        + ", "
                        + Activity.duration(left.toMillis())
                        + " left");
              });
      return tell(invocation, configuration, run);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("watching was interrupted", e);
    }
  }

  private ExitCode tell(Invocation invocation, Configuration configuration, WatchRun run) {
    var report = new WatchReport(run);
    invocation.answer(report.json(), report.text(invocation.console().dataStyle()));
    String summary =
        run.isQuiet()
            ? environment + " stayed within its limits, " + samples(run) + "."
            : environment
                + " breached a limit: "
                + String.join("; ", run.breaches().stream().map(WatchReport::sentence).toList());
    invocation.console().note(summary);
    Clock clock = invocation.surroundings().clock();
    var notice =
        new Notice(
            run.isQuiet() ? "watch-passed" : "watch-breached",
            environment,
            summary,
            clock.instant(),
            Map.of("breaches", report.breaches()));
    for (Delivery each : new Notifier(configuration.notified()).send(notice)) {
      invocation
          .console()
          .note(
              each.isDelivered()
                  ? "told " + each.url()
                  : "could not tell " + each.url() + ": " + each.failure());
    }
    return run.isQuiet() ? ExitCode.DONE : ExitCode.DIFFERENCES;
  }

  private static String samples(WatchRun run) {
    return Count.of(run.samples().size(), "sample");
  }
}
