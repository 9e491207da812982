package dev.slipway.e2e.judge;

import dev.slipway.pgdump.PgDump;

/** PostgreSQL's client programs, without which nothing can be judged. */
final class Clients {

  private Clients() {}

  /** The programs on the path; missing or too old ones fail the test. */
  static PgDump required(int serverVersion) {
    PgDump pgDump =
        PgDump.onPath()
            .orElseThrow(() ->
                new IllegalStateException(
                    "There is no pg_dump with psql on the path: install postgresql-client-15 or"
                        + " newer."));
    if (pgDump.version() < serverVersion) {
      throw new IllegalStateException(
          "pg_dump on the path is of version "
              + pgDump.version()
              + ", and refuses a server of version "
              + serverVersion
              + ".");
    }
    return pgDump;
  }
}
