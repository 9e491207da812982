package dev.slipway.cli.command;

import dev.slipway.backup.BackupKeys;
import dev.slipway.backup.BackupProgress;
import dev.slipway.backup.Backups;
import dev.slipway.cli.output.Activity;
import dev.slipway.cli.output.CliError;
import dev.slipway.cli.output.Console;
import dev.slipway.cli.output.ErrorPage;
import dev.slipway.cli.output.ErrorReport;
import dev.slipway.cli.output.ExitCode;
import dev.slipway.cli.output.Json;
import dev.slipway.config.Configuration;
import dev.slipway.config.ConfigurationError;
import dev.slipway.dialect.Watcher;
import dev.slipway.environment.StampGuard;
import dev.slipway.error.SlipwayException;
import dev.slipway.migration.ExecutorOptions;
import dev.slipway.plan.Plan;
import dev.slipway.question.Respondent;
import dev.slipway.workspace.Allowances;
import dev.slipway.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** One run of a command: what it was given from outside, and how it answers. Used by one thread. */
public final class Invocation {

  private final Surroundings surroundings;
  private final GlobalOptions options;
  private final OutputFormat format;
  private final Console console;
  private final @Nullable Activity activity;

  Invocation(
      Surroundings surroundings,
      GlobalOptions options,
      OutputFormat format,
      Console console,
      @Nullable Activity activity) {
    this.surroundings = surroundings;
    this.options = options;
    this.format = format;
    this.console = console;
    this.activity = activity;
  }

  Console console() {
    return console;
  }

  OutputFormat format() {
    return format;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  /** The working folder. */
  Path folder() {
    return surroundings.folder();
  }

  /** Answers in the form that was asked for. */
  void answer(Json json, String text) {
    console.data(format == OutputFormat.JSON ? json.text() : text);
  }

  /** Tells of what is no difference, but seldom meant. */
  void noteOrders(Plan plan) {
    plan.columnOrders().forEach(order -> console.note(order.sentence()));
  }

  /**
   * Answers that a rule refuses the work.
   *
   * @param json the answer for a program; the refusal is added to it
   * @param text what a person needs to see to understand the refusal
   * @param refusal the rule, and what to do
   */
  ExitCode refuse(Json json, String text, SlipwayException refusal) {
    if (format != OutputFormat.JSON) {
      console.data(text);
      return new ErrorReport(console, false).print(refusal);
    }
    ExitCode exit = ExitCode.of(refusal.code().category());
    console.data(
        json.with("code", refusal.code().slug())
            .with("what", refusal.what())
            .with("next", refusal.next())
            .with("page", ErrorPage.path(refusal.code()))
            .with("exit", exit.number())
            .text());
    return exit;
  }

  /** A path as it is shown: relative to the working folder where it is in it. */
  String shown(Path path) {
    return (path.startsWith(folder()) ? folder().relativize(path) : path).toString();
  }

  /** Where something is, as it is shown: a path as above, or the address of an object. */
  String shown(String place) {
    return place.startsWith("s3://") ? place : shown(Path.of(place));
  }

  /** A path as the repository names it, where a pipeline says which folder that is. */
  String shownInRepository(Path path) {
    String repository = surroundings.variables().get("GITHUB_WORKSPACE");
    Path root = repository == null || repository.isEmpty() ? folder() : Path.of(repository);
    Path file = path.toAbsolutePath();
    return (file.startsWith(root) ? root.relativize(file) : file).toString();
  }

  /** The project; the caller closes it. */
  Workspace workspace(Configuration configuration) {
    Clock clock = surroundings.clock();
    return Workspace.open(
        configuration,
        clock,
        activity == null ? Watcher.NOBODY : new WorkProgress(clock, activity::say),
        new StampGuard(this::warn));
  }

  /** Says in the line of a terminal what the command is at, of the milliseconds since its start. */
  void say(LongFunction<String> line) {
    if (activity != null) {
      activity.say(line);
    }
  }

  private void warn(String sentence) {
    console.error(console.noteStyle().warning("warning") + ": " + sentence);
  }

  /** Why what was asked for is right; null where nobody says. */
  @Nullable String reason() {
    return options.reason;
  }

  /** Backups of PostgreSQL as a project takes them, with its keys, whose progress is shown. */
  Backups backups(Configuration configuration) {
    return Backups.of(surroundings.clock(), copyProgress())
        .with(BackupKeys.of(configuration.backups().encrypt()))
        .by(configuration.backups().programs());
  }

  /** Who says how far a copy is. */
  BackupProgress copyProgress() {
    return new CopyProgress(surroundings.clock(), activity);
  }

  /** Whether a hazard is allowed. */
  boolean allows() {
    return !options.allow.isEmpty();
  }

  /** The hazards that are allowed. */
  Allowances allowances() {
    return Allowances.parse(options.allow, options.reason);
  }

  /**
   * How the executor behaves.
   *
   * @param verb what was done to a part that is committed: {@code applied}
   */
  ExecutorOptions executorOptions(String verb) {
    return executorOptions(progress(verb));
  }

  /** The same, told to somebody who was told before. */
  ExecutorOptions executorOptions(ConsoleProgress progress) {
    return ExecutorOptions.defaults()
        .withProgress(progress)
        .withCancellation(surroundings.interruption().cancellation());
  }

  /**
   * Who says how far a run is.
   *
   * @param verb what was done to a part that is committed: {@code applied}
   */
  ConsoleProgress progress(String verb) {
    return new ConsoleProgress(console, verb, surroundings.clock(), activity);
  }

  /**
   * The configuration.
   *
   * @param environments the environments in use
   * @throws SlipwayException when there is none, or it is wrong
   */
  Configuration configuration(String... environments) {
    Path file = configurationFile();
    if (file == null) {
      throw new SlipwayException(
          ConfigurationError.NO_CONFIGURATION,
          "there is no " + Configuration.FILE + " in " + folder() + " or above it",
          "Write one with `slipway init`, or name it with --config FILE.");
    }
    return load(file, environments);
  }

  /** The configuration, or what holds without one. */
  Configuration configurationIfAny(String... environments) {
    Path file = configurationFile();
    return file == null ? Configuration.standard(folder()) : load(file, environments);
  }

  private Configuration load(Path file, String... environments) {
    Configuration configuration =
        Configuration.load(
            file,
            shown(file),
            surroundings.variables(),
            List.of(environments),
            console::keepSecret);
    console.keepSecret(configuration.secrets());
    return configuration;
  }

  private @Nullable Path configurationFile() {
    if (options.config == null) {
      return Configuration.find(folder());
    }
    Path file = folder().resolve(options.config).normalize();
    if (!Files.isRegularFile(file)) {
      throw new SlipwayException(
          ConfigurationError.NO_CONFIGURATION,
          "there is no file " + options.config,
          "Name a configuration that is there with --config FILE.");
    }
    return file;
  }

  /**
   * Asks a question whose answer has to be yes.
   *
   * @param question the question, without its question mark's answer
   * @throws SlipwayException when nobody is there to answer, or the answer is another
   */
  void confirm(String question) {
    if (options.yes) {
      return;
    }
    String answer = surroundings.errIsTerminal() ? read(question) : null;
    if (answer == null || !List.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT))) {
      throw new SlipwayException(
          CliError.UNANSWERED,
          answer == null
              ? question + " Nobody is there to answer."
              : question + " The answer was not yes. Nothing was done.",
          "Answer beforehand with --yes.");
    }
  }

  /**
   * Who is asked what only a person can tell: a person at a terminal, nobody else. That everything
   * is to be answered with yes chooses nothing.
   */
  Respondent respondent() {
    return surroundings.errIsTerminal() && format == OutputFormat.TEXT && !options.yes
        ? new Prompt(console, surroundings.in())
        : Respondent.NOBODY;
  }

  private @Nullable String read(String question) {
    console.ask(question + " [y/N]");
    try {
      return surroundings.in().readLine();
    } catch (IOException e) {
      return null;
    } finally {
      console.answered();
    }
  }
}
