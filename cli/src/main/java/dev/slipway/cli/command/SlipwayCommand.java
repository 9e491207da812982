package dev.slipway.cli.command;

import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What stands before every command: the name of the program and the options of all commands. */
@CommandLine.Command(
    name = "slipway",
    header = "Slipway takes a database schema from a laptop to production without losing a row.",
    customSynopsis = "slipway COMMAND [ARGUMENTS] [OPTIONS]",
    footer = {"slipway demo                          see all of it on an embedded PostgreSQL"})
final class SlipwayCommand {

  @Mixin final GlobalOptions options = new GlobalOptions();

  @Option(names = "--version", description = "print the version")
  boolean version;
}
