package dev.slipway.cli.command;

import dev.slipway.cli.output.Count;
import dev.slipway.cli.output.ExitCode;
import dev.slipway.cli.output.ParkedReport;
import dev.slipway.config.Configuration;
import dev.slipway.workspace.Parked;
import dev.slipway.workspace.Purged;
import dev.slipway.workspace.Purging;
import dev.slipway.workspace.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code slipway purge [ENV]}. */
@CommandLine.Command(
    name = "purge",
    header = "Drop for good what was parked long enough.",
    description = {
      "Migrations and push park the columns and tables that they take away: under another",
      "name, where a rollback finds them. Rows that hand-written statements change or remove",
      "are parked as copies. purge drops what is parked longer than 14 days, or than",
      "slipway.yml says (parked: { keep: 30d }). A migration whose rows are purged can't be",
      "taken back any more. status shows what is parked, and until when."
    },
    footer = {
      "slipway purge staging --dry-run",
      "slipway purge production --older-than 30d",
      "slipway purge --migration 20261121101500_drop_note --older-than 0d"
    })
final class PurgeCommand implements Command {

  @Parameters(
      arity = "0..1",
      paramLabel = "ENV",
      defaultValue = Configuration.DEFAULT_ENVIRONMENT,
      description = "the environment; dev when left out")
  String environment = Configuration.DEFAULT_ENVIRONMENT;

  @Option(
      names = "--migration",
      paramLabel = "NAME",
      description = "only what this migration parked")
  @Nullable String migration;

  @Option(
      names = "--older-than",
      paramLabel = "DAYS",
      converter = Days.class,
      description = "what is parked at least that long: 30d, 0d; as slipway.yml says if left out")
  @Nullable Duration olderThan;

  @Option(names = "--dry-run", description = "show what would go")
  boolean dryRun;

  @Override
  public ExitCode run(Invocation invocation) {
    try (Workspace workspace = invocation.workspace(invocation.configuration(environment))) {
      Purged purged =
          workspace.purge(
              environment,
              new Purging.Selection(migration, olderThan, dryRun),
              gone -> invocation.confirm(question(gone)),
              invocation.executorOptions("purged"));
      var report = new ParkedReport(purged);
      invocation.answer(report.json(), report.text(invocation.console().dataStyle()));
      invocation.console().note(report.summary());
      return ExitCode.DONE;
    }
  }

  private String question(List<Parked> gone) {
    return "Drop for good what is parked in "
        + environment
        + " ("
        + Count.of(gone.size(), "object")
        + ": "
        + gone.stream().map(Parked::words).collect(Collectors.joining(", "))
        + ")?";
  }

  /** A number of days. */
  static final class Days implements ITypeConverter<Duration> {

    private static final Pattern WORDS = Pattern.compile("([0-9]{1,5})d");

    @Override
    public Duration convert(String text) {
      Matcher words = WORDS.matcher(text);
      if (!words.matches()) {
        throw new TypeConversionException(
            "'" + text + "' is no number of days: write it as 14d, or 0d for no time at all");
      }
      return Duration.ofDays(Long.parseLong(words.group(1)));
    }
  }
}
