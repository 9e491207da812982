package dev.slipway.cli.command;

import java.util.Locale;

/** The form of an answer. */
public enum OutputFormat {
  /** For a person. */
  TEXT,
  /** For a program. */
  JSON,
  /** Only SQL, for a database. */
  SQL;

  /** The word on the command line. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
