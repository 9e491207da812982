package dev.slipway.cli.command;

import dev.slipway.cli.output.CliError;
import dev.slipway.config.Configuration;
import dev.slipway.config.EnvironmentConfiguration;
import dev.slipway.error.SlipwayException;
import dev.slipway.migration.ExecutorOptions;
import dev.slipway.migration.Origin;
import dev.slipway.promotion.PromotionOptions;
import dev.slipway.promotion.Waiver;
import dev.slipway.smoke.Smoke;
import dev.slipway.watch.Watch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a promotion and its approval are told alike. */
final class PromotionChoices {

  /** Names who acts where the command line does not. */
  private static final String ACTOR = "SLIPWAY_ACTOR";

  private static final Duration CHECK_LIMIT = Duration.ofMinutes(1);

  @Option(names = "--to", paramLabel = "NAME", description = "the last migration to come along")
  @Nullable String to;

  @Option(
      names = "--waive",
      paramLabel = "GATE",
      description = "go on although this gate is red (repeatable); needs --reason")
  List<String> waive = new ArrayList<>();

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "who does this; the variable " + ACTOR + ", or the user when left out")
  @Nullable String by;

  @Option(
      names = "--evidence",
      paramLabel = "FILE",
      description = "signed evidence, in place of asking the environment before")
  @Nullable String evidence;

  @Option(
      names = "--checks",
      paramLabel = "DIR",
      defaultValue = "verify",
      description = "the folder of the checks; verify when left out")
  String checks = "verify";

  @Mixin BackupFolderOption place = new BackupFolderOption();

  /** Whether something is said that belongs to a plan. */
  boolean plans() {
    return to != null || !waive.isEmpty();
  }

  /** The configuration, with the environment before in use too, which is asked for evidence. */
  Configuration configuration(Invocation invocation, String environment) {
    EnvironmentConfiguration settings =
        invocation.configuration(environment).environment(environment);
    String before = settings.after();
    return before == null || evidence != null || settings.promotion().evidence() == null
        ? invocation.configuration(environment)
        : invocation.configuration(environment, before);
  }

  /** Who does this. */
  String actor(Invocation invocation) {
    return Stream.of(by, invocation.surroundings().variables().get(ACTOR))
        .filter(Objects::nonNull)
        .filter(name -> !name.isBlank())
        .findFirst()
        .orElseGet(() -> Origin.current().user());
  }

  PromotionOptions options(
      Invocation invocation,
      Configuration configuration,
      String environment,
      UnaryOperator<ExecutorOptions> executor) {
    String reason = invocation.reason();
    if (!waive.isEmpty() && (reason == null || reason.isBlank())) {
      throw new SlipwayException(
          CliError.BAD_ARGUMENT,
          "A gate is waived with a reason, which stands in the deployment for good.",
          "Add --reason \"…\".");
    }
    String actor = actor(invocation);
    return new PromotionOptions(
        to,
        waive.stream().map(gate -> new Waiver(gate, String.valueOf(reason), actor)).toList(),
        actor,
        configuration.root().resolve(checks).normalize(),
        configuration.root().resolve(Smoke.FOLDER),
        configuration.root().resolve(Watch.FOLDER),
        invocation.surroundings().variables(),
        invocation.surroundings().clock(),
        invocation.backups(configuration),
        place.store(configuration, environment),
        evidence == null ? null : invocation.folder().resolve(evidence).normalize(),
        executor.apply(invocation.executorOptions("applied")),
        executor.apply(invocation.executorOptions("took back")),
        CHECK_LIMIT);
  }
}
