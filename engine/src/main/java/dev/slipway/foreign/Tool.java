package dev.slipway.foreign;

/** The tools whose folders are known, by what their files look like. */
enum Tool {
  /** {@code V1.2__name.sql}, {@code R__name.sql}. */
  FLYWAY("Flyway"),
  /** {@code meta/_journal.json} names the files in their order. */
  DRIZZLE("Drizzle"),
  /** A folder for each, with a {@code migration.sql}: Prisma, and Drizzle since 1.0. */
  FOLDERS("Prisma"),
  /** {@code 20240101120000_name.sql}: Supabase, Rails, dbmate, goose, golang-migrate and others. */
  NUMBERED("a tool that numbers files, such as Supabase");

  private final String words;

  Tool(String words) {
    this.words = words;
  }

  /** How messages name it. */
  String words() {
    return words;
  }
}
