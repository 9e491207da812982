package dev.slipway.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who runs a server whose files nobody else gets at, and how it is brought back to a time there.
 * What is said here stands on the pages that are named; {@code docs/pitr.md} has what they say.
 */
public enum ManagedServer {
  /** Supabase, with its add-on for points in time. */
  SUPABASE(
      "Supabase",
      "Database > Backups > Point in time in its dashboard (the add-on has to be on), or Restore to"
          + " a new project: choose %s",
      "https://supabase.com/docs/guides/platform/backups"),
  /** Amazon RDS for PostgreSQL. */
  RDS(
      "Amazon RDS",
      "aws rds restore-db-instance-to-point-in-time --source-db-instance-identifier NAME"
          + " --target-db-instance-identifier NEW_NAME --restore-time %s",
      "https://docs.aws.amazon.com/cli/latest/reference/rds/restore-db-instance-to-point-in-time.html"),
  /** Amazon Aurora. */
  AURORA(
      "Amazon Aurora",
      "aws rds restore-db-cluster-to-point-in-time --source-db-cluster-identifier NAME"
          + " --db-cluster-identifier NEW_NAME --restore-to-time %s, then aws rds"
          + " create-db-instance in it",
      "https://docs.aws.amazon.com/cli/latest/reference/rds/restore-db-cluster-to-point-in-time.html"),
  /** Google Cloud SQL. */
  CLOUDSQL(
      "Google Cloud SQL",
      "gcloud sql instances clone NAME NEW_NAME --point-in-time=%s",
      "https://cloud.google.com/sdk/gcloud/reference/sql/instances/clone"),
  /** Neon. */
  NEON(
      "Neon",
      "neon branches create --name before --parent %s",
      "https://neon.com/docs/introduction/history-window"),
  /** Azure Database for PostgreSQL, flexible server. */
  AZURE(
      "Azure Database for PostgreSQL",
      "Restore-AzPostgreSqlFlexibleServer -SourceServerName NAME -Name NEW_NAME -ResourceGroupName"
          + " GROUP -RestorePointInTime %s",
      "https://learn.microsoft.com/powershell/module/az.postgresql/restore-azpostgresqlflexibleserver");

  private final String title;
  private final String way;
  private final String page;

  ManagedServer(String title, String way, String page) {
    this.title = title;
    this.way = way;
    this.page = page;
  }

  /** What {@code slipway.yml} calls it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it calls itself. */
  public String title() {
    return title;
  }

  /**
   * What a person does there.
   *
   * @param time the time to go back to, such as {@code 2026-11-22T20:14:00Z}
   */
  public String way(String time) {
    return way.formatted(time) + " (" + page + ")";
  }

  static List<String> words() {
    return Arrays.stream(values()).map(ManagedServer::word).toList();
  }

  static @Nullable ManagedServer of(String word) {
    return Arrays.stream(values())
        .filter(each -> each.word().equals(word))
        .findFirst()
        .orElse(null);
  }
}
