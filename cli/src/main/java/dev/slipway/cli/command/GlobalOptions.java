package dev.slipway.cli.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command has, before or after its name. */
final class GlobalOptions {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "the configuration; slipway.yml here or in a folder above when left out")
  @Nullable String config;

  @Option(
      names = "--output",
      paramLabel = "FORM",
      scope = ScopeType.INHERIT,
      description = "text (default) or json; diff has sql too")
  @Nullable String output;

  @Option(
      names = "--quiet",
      scope = ScopeType.INHERIT,
      description = "print the answer and errors, no progress")
  boolean quiet;

  @Option(
      names = "--no-color",
      scope = ScopeType.INHERIT,
      description = "print without colors, as with the variable NO_COLOR")
  boolean noColor;

  @Option(
      names = "--yes",
      scope = ScopeType.INHERIT,
      description = "answer yes to what is asked; never allows a hazard")
  boolean yes;

  @Option(
      names = "--allow",
      paramLabel = "SLIP###:OBJECT",
      scope = ScopeType.INHERIT,
      description = "allow this hazard of this object; can be given several times")
  List<String> allow = new ArrayList<>();

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      scope = ScopeType.INHERIT,
      description = "why what is allowed or accepted is right; it is recorded")
  @Nullable String reason;

  @Option(
      names = "--stacktrace",
      scope = ScopeType.INHERIT,
      description = "print the stack trace of an internal error")
  boolean stackTrace;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "print the help of a command")
  boolean help;
}
